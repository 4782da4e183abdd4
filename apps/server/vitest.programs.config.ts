import { defineConfig } from "vitest/config";
import base, { programs } from "./vitest.config.ts";

export default defineConfig({ test: { ...base.test, include: programs, exclude: [] } });
