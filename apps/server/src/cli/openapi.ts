import { createContractApp } from "../app.ts";
import { readConfig } from "../config.ts";

const app = await createContractApp(readConfig({}));
process.stdout.write(`${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();
