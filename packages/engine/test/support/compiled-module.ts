/** Generated modules, loaded as a build would: by import. */
import type { CompiledModule } from '@hegui/engine'

export const imported = (source: string): Promise<CompiledModule> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`) as Promise<CompiledModule>
