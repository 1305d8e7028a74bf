/** hegui's operators as json-rules-engine operators. */

import type { FactValue } from '@hegui/model'
import { type OperatorName, operators } from '@hegui/model'
import type { Engine } from 'json-rules-engine'
import { type Comparand, compare, isDecidable } from '../conditions/leaf.js'

/** Operators json-rules-engine does not have; a stock engine needs these for days and regions. */
const own: readonly OperatorName[] = ['before', 'onOrBefore', 'after', 'onOrAfter', 'within', 'notWithin']

/** Adds only hegui's own operators: everything else keeps the library's behaviour, gaps and all. */
export function addOwnOperators(engine: Engine): void {
  for (const name of own) {
    engine.addOperator(
      name,
      (fact: FactValue | undefined, value: Comparand | undefined) => fact !== undefined && value !== undefined && compare(name, fact, value),
    )
  }
}

/** Replaces every operator by hegui's; a leaf that cannot be decided answers `whenUnknown`. */
export function replaceOperators(engine: Engine, whenUnknown: boolean): void {
  for (const name of operators) {
    engine.addOperator(name, (fact: FactValue | undefined | null, value: Comparand | undefined | null) =>
      fact === undefined || fact === null || value === undefined || value === null || !isDecidable(name, fact, value)
        ? whenUnknown
        : compare(name, fact, value),
    )
  }
}
