export function exactly(value: number, unit: string): string
export function between(range: { readonly min?: number | null | undefined; readonly max?: number | null | undefined }, unit: string): string
export function figuresIn(text: string): ReadonlySet<string>
