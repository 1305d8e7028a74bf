/** Before any test: the compiled form of the packs as they are now, by the engine as it is now. */
import * as engine from '@hegui/engine'
import { compilePacks } from './compile-packs.mjs'

export const setup = (): void => compilePacks(engine)
