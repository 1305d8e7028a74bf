/** z3 as a solver: 35 MB of WebAssembly, loaded when there is something to ask. */
import type { Choice, Problem, Solver } from './solver.js'

/**
 * Rejects with what `import()` throws where the package z3-solver is not installed. `maxEffort`: of one question, in the
 * solver's own unit and not in time, so that the answer is the same on every machine.
 */
export async function openZ3(maxEffort = MAX_EFFORT): Promise<Solver> {
  const { init, killThreads } = await import('z3-solver')
  const { Z3, em } = await init()
  return {
    open: () => problemIn(Z3, maxEffort) as Problem<unknown>,
    // They would live as long as the process.
    end: () => killThreads(em),
  }
}

const MAX_EFFORT = 20_000_000

type Api = Awaited<ReturnType<typeof import('z3-solver')['init']>>['Z3']
type Ast = ReturnType<Api['mk_true']>

/** Lists are handed over on a small stack. */
const MAX_PARTS = 1_000

/**
 * Built call by call and not as a text in SMT-LIB: texts for `eval_smtlib2_string` are gone from the memory of z3 before
 * its thread has read them.
 */
function problemIn(api: Api, maxEffort: number): Problem<Ast> {
  const config = api.mk_config()
  // Terms live as long as the context.
  const context = api.mk_context(config)
  api.del_config(config)
  const solver = api.mk_simple_solver(context)
  api.solver_inc_ref(context, solver)
  const params = api.mk_params(context)
  api.params_inc_ref(context, params)
  api.params_set_uint(context, params, api.mk_string_symbol(context, 'rlimit'), maxEffort)
  api.solver_set_params(context, solver, params)
  const [yes, no, int, bool] = [api.mk_true(context), api.mk_false(context), api.mk_int_sort(context), api.mk_bool_sort(context)]
  let names = 0
  const constant = (sort: typeof int): Ast => api.mk_const(context, api.mk_int_symbol(context, names++), sort)
  const group = (make: (parts: Ast[]) => Ast, neutral: Ast, settling: Ast) => {
    const grouped = (formulas: readonly Ast[]): Ast => {
      if (formulas.includes(settling)) return settling
      const parts = [...new Set(formulas)].filter((part) => part !== neutral)
      if (parts.length <= 1) return parts[0] ?? neutral
      if (parts.length <= MAX_PARTS) return make(parts)
      return grouped(Array.from({ length: Math.ceil(parts.length / MAX_PARTS) }, (_, at) => grouped(parts.slice(at * MAX_PARTS, (at + 1) * MAX_PARTS))))
    }
    return grouped
  }
  const all = group((parts) => api.mk_and(context, parts), yes, no)
  const any = group((parts) => api.mk_or(context, parts), no, yes)
  const assume = (formula: Ast): void => api.solver_assert(context, solver, formula)
  const choice = (of: number): Choice<Ast> => {
    const id = constant(int)
    const number = (value: number): Ast => api.mk_int(context, value, int)
    const between = (first: number, last: number): Ast =>
      first === last
        ? api.mk_eq(context, id, number(first))
        : all([first === 0 ? yes : api.mk_le(context, number(first), id), last === of - 1 ? yes : api.mk_le(context, id, number(last))])
    assume(api.mk_le(context, number(0), id))
    assume(api.mk_le(context, id, number(of - 1)))
    return { of, id, between }
  }
  return {
    yes,
    no,
    flag: () => constant(bool),
    choice,
    not: (formula) => (formula === yes ? no : formula === no ? yes : api.mk_not(context, formula)),
    all,
    any,
    assume,
    ask: async (formula) => {
      api.solver_push(context, solver)
      assume(formula)
      const answer = await api.solver_check(context, solver)
      if (answer !== 1) {
        api.solver_pop(context, solver, 1)
        return answer === -1 ? 'impossible' : 'open'
      }
      const model = api.solver_get_model(context, solver)
      api.model_inc_ref(context, model)
      api.solver_pop(context, solver, 1)
      const valued = (term: Ast): Ast => {
        const value = api.model_eval(context, model, term, true)
        if (value === null) throw new Error('z3 gives no value for a term of its model')
        return value
      }
      return { holds: (flag) => valued(flag) === yes, chosen: ({ id }) => api.get_numeral_int(context, valued(id)) ?? Number.NaN }
    },
    close: () => {
      api.solver_dec_ref(context, solver)
      api.del_context(context)
    },
  }
}
