import { breakThisProcess } from "./lib/position-first.ts";

breakThisProcess();
