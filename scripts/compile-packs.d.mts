import type { compileModule, compileModuleTypes, createRuleset } from '@hegui/engine'

interface Compiler {
  readonly createRuleset: typeof createRuleset
  readonly compileModule: typeof compileModule
  readonly compileModuleTypes: typeof compileModuleTypes
}
export function compilePacks(compiler: Compiler, folders?: readonly string[]): void
