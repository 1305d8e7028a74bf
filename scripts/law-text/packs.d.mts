import type { Pack } from '@hegui/model'

export function everyPack(): Pack
