import { join } from "node:path";
import type { Feature, Service } from "../../../platform/feature.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { Card, Label } from "./card-schema.ts";
import { checkWeights, ModelFault, readCard } from "./card.ts";
import { recognitionAway, recognitionOff } from "./faults.ts";
import { innerRoutes } from "./inner-routes.ts";
import { createOtherProcess } from "./other-process.ts";
import { createOwnSource, type OwnSource } from "./own-source.ts";
import { recognitionRoutes } from "./routes.ts";
import type { Source } from "./source.ts";
import { timedSource } from "./timed-source.ts";
import { createWaitingRoom } from "./waiting-room.ts";

export type { Label } from "./card-schema.ts";

/** Breeds from photos: a part of the space of cats, which mounts its routes with its own. */
export interface Recognition extends Feature {
  services: Service[];
  /** The breeds that the model knows; none when it is off or there is no model. */
  breeds: readonly Label[];
  /** Whether the site offers it: switched on, and with a model. */
  isOn: boolean;
}

const role = "recognition";
const shipped = join(import.meta.dirname, "../../../../../../models/breed");
const wayOut = "docs/breed-recognition.md describes such a folder.";

interface Model {
  folder: string;
  card?: Card;
  fault?: ModelFault;
}

/** The model as far as its files say. Where another process looks at the photos, this one needs the card only. */
async function openModel(folder: string, needsWeights: boolean): Promise<Model> {
  try {
    const card = await readCard(folder);
    if (needsWeights) await checkWeights(folder, card);
    return { folder, card };
  } catch (error) {
    if (error instanceof ModelFault) return { folder, fault: error };
    throw error;
  }
}

const noSource = (refusal: () => Error, fault?: string): Source => ({
  look: async () => {
    throw refusal();
  },
  fault: () => fault,
  close: async () => {},
});

export async function createRecognition({ config, logger, secret }: Platform): Promise<Recognition> {
  const { breedRecognition: isWanted, breedModel, recognizerUrl, roles } = config;
  const serves = roles.includes(role);
  const isWeb = roles.includes("all") || roles.includes("web");
  const looksItself = isWanted && (serves || (isWeb && recognizerUrl === undefined));

  const model = isWanted ? await openModel(breedModel ?? shipped, looksItself) : { folder: "" };
  const own =
    model.card && looksItself
      ? createOwnSource({ folder: model.folder, card: model.card }, logger)
      : undefined;
  const away = noSource(recognitionAway, "there is no model that can be used");
  const others =
    isWanted && recognizerUrl !== undefined
      ? createOtherProcess(recognizerUrl, await secret(role), logger)
      : undefined;
  const source = timedSource(isWanted ? (others ?? own ?? away) : noSource(recognitionOff));

  return {
    breeds: model.card?.labels.filter(({ kind }) => kind === "breed") ?? [],
    isOn: isWanted && (others !== undefined || model.card !== undefined),
    consumers: [],
    services: [{ role, routes: async (app) => innerRoutes(app, own ?? away, await secret(role)) }],
    helpers: { [role]: () => (isWeb || serves ? (serves ? (own ?? away) : source).fault() : undefined) },
    metrics: source.metrics,
    routes: (app) => recognitionRoutes(app, source, createWaitingRoom()),
    async started() {
      if (looksItself) await proveModel(model, own, breedModel !== undefined);
      else if (others && isWeb && model.fault)
        logger.warn({ reason: model.fault.message }, "the breeds that are recognized are not known");
    },
    async stopped() {
      await Promise.all([own?.close(), others?.close()]);
    },
  };

  /** A model that the operator has chosen must be right. With the one that Maru brings, a photo is soon enough to find out. */
  async function proveModel({ folder, fault }: Model, thread: OwnSource | undefined, isChosen: boolean) {
    if (!isChosen) {
      if (fault) logger.warn({ reason: fault.message }, "breeds are not recognized");
      return;
    }
    try {
      if (fault) throw fault;
      await thread!.check();
    } catch (error) {
      if (!(error instanceof ModelFault)) throw error;
      throw new Error(
        `MARU_BREED_MODEL=${folder} cannot be used: ${error.message.replace(/\.$/, "")}. ${wayOut}`,
      );
    }
  }
}
