/**
 * Every problem hegui can report: a stable code, what to say, what to do.
 *
 * Texts are public API: golden-tested, one page per code in docs/problems. `{name}` is filled from the
 * problem's params. `points: 'key'` means the place is the property's name, not its value.
 */
interface Entry {
  readonly severity: 'error' | 'warning'
  readonly points?: 'key'
  readonly zh: readonly [message: string, help: string]
  readonly en: readonly [message: string, help: string]
}

export const problemCatalogue = {
  HG1001: {
    severity: 'error',
    zh: ['文件不完整：到末尾还缺 {expected}。', '文件可能被截断；补上缺少的部分，或重新导出。'],
    en: ['The file ends too early: {expected} is missing.', 'The file may be cut off; complete it or export it again.'],
  },
  HG1002: {
    severity: 'error',
    zh: ['文件开头有字节顺序标记（BOM）。', '用编辑器另存为“UTF-8（无 BOM）”。'],
    en: ['The file starts with a byte order mark (BOM).', 'Save it as UTF-8 without BOM.'],
  },
  HG1003: {
    severity: 'error',
    zh: ['这一行用了中文标点 {found}。', '改成英文半角 {expected}。中文标点只能出现在引号内的文字里。'],
    en: ['Full-width punctuation {found} on this line.', 'Write {expected}. Chinese punctuation belongs inside quoted text only.'],
  },
  HG1004: {
    severity: 'error',
    points: 'key',
    zh: ['同一个对象里 “{key}” 写了两次。', '删去一个；只保留一处，免得后写的悄悄盖掉先写的。'],
    en: ['“{key}” is written twice in one object.', 'Remove one: otherwise the later silently replaces the earlier.'],
  },
  HG1005: {
    severity: 'error',
    points: 'key',
    zh: ['不允许的键 “{key}”。', '删去它；这个名字会改动程序内部对象。'],
    en: ['The key “{key}” is not allowed.', 'Remove it: this name can alter internals of a program.'],
  },
  HG1006: {
    severity: 'error',
    zh: ['嵌套超过 {limit} 层。', '检查括号是否多写；正常的规则和记录不会这样深。'],
    en: ['Nested deeper than {limit} levels.', 'Look for stray brackets: rules and records are never that deep.'],
  },
  HG1007: {
    severity: 'error',
    zh: ['JSON 写法有误：{detail}。', '检查这里的引号、逗号和括号；不能写注释，最后一项后面不加逗号。'],
    en: ['Not valid JSON: {detail}.', 'Check quotes, commas and brackets here; no comments, no comma after the last item.'],
  },
  HG1008: {
    severity: 'error',
    zh: ['数字 {found} 超出能准确表示的范围。', '检查位数；金额用元，重量用千克。'],
    en: ['The number {found} cannot be held exactly.', 'Check the digits; amounts are in yuan, weights in kilograms.'],
  },
  HG1009: {
    severity: 'error',
    zh: ['无法读取 {file}：{detail}。', '检查路径和权限。'],
    en: ['Cannot read {file}: {detail}.', 'Check the path and the permissions.'],
  },
  HG1010: { severity: 'error', zh: ['文件是空的。', '写入内容，或从参数中去掉这个文件。'], en: ['The file is empty.', 'Fill it, or leave it out.'] },
  HG1011: {
    severity: 'error',
    zh: [
      '看不出这是什么文件。',
      '规则文件名为 rule.json，案例为 cases.json；法律、方案、事实、机关、程序分别放在 laws/ plans/ facts/ organs/ procedures/；检查记录要有 inspectedOn 和 conducts。',
    ],
    en: [
      'Cannot tell what kind of file this is.',
      'Rules are rule.json, cases cases.json; laws, plans, facts, organs and procedures stand in folders of these names; records have inspectedOn and conducts.',
    ],
  },

  HG2001: { severity: 'error', zh: ['缺少必填项 “{key}”。', '补上 “{key}”。'], en: ['“{key}” is missing.', 'Add “{key}”.'] },
  HG2002: {
    severity: 'error',
    points: 'key',
    zh: ['不认识的项 “{key}”。{suggestion}', '检查拼写；这里可以写：{allowed}。'],
    en: ['Unknown property “{key}”. {suggestion}', 'Check the spelling; allowed here: {allowed}.'],
  },
  HG2003: {
    severity: 'error',
    zh: ['这里应当是{expected}，写的是{found}。', '改成{expected}。'],
    en: ['Expected {expected}, got {found}.', 'Write {expected}.'],
  },
  HG2004: {
    severity: 'error',
    zh: ['“{found}” 不在可选值内。{suggestion}', '可选：{allowed}。'],
    en: ['“{found}” is not one of the choices. {suggestion}', 'Choose from: {allowed}.'],
  },
  HG2005: { severity: 'error', zh: ['“{found}” 的写法不对。', '{hint}'], en: ['“{found}” is not written correctly.', '{hint}'] },
  HG2006: {
    severity: 'error',
    zh: ['没有 {found} 这一天。', '写 1900 至 2100 年间确有的公历日期，例如 2023-02-28；闰年才有 2 月 29 日。'],
    en: ['There is no such day as {found}.', 'Write a real date between 1900 and 2100, such as 2023-02-28.'],
  },
  HG2007: {
    severity: 'error',
    zh: ['期间颠倒：起 {from} 晚于止 {to}。', '把起止日期对调，或改正其中一个。'],
    en: ['The period is reversed: {from} is after {to}.', 'Swap the two days or correct one.'],
  },
  HG2008: {
    severity: 'error',
    zh: ['这里不能为空，至少要有 {minimum} 项。', '补上内容；确实没有时删去这一项。'],
    en: ['This cannot be empty: at least {minimum} needed.', 'Fill it, or remove it if there is nothing.'],
  },
  HG2009: { severity: 'error', zh: ['超过上限 {maximum}。', '缩短，或拆成几份。'], en: ['More than the limit {maximum}.', 'Shorten or split it.'] },
  HG2010: {
    severity: 'error',
    zh: ['一条依据要么写 clause（方案条目），要么写 article（法律条款），只能选一个。', '拆成两条依据。'],
    en: ['A basis has either a clause (of a plan) or an article (of a law).', 'Split it into two.'],
  },
  HG2011: { severity: 'error', zh: ['这一项不符合要求：{detail}。', '对照 docs/ 中的写法检查。'], en: ['Not acceptable: {detail}.', 'Compare with docs/.'] },
  HG2012: {
    severity: 'error',
    zh: ['这里还没有填：{what}。', '填好以后，“待填：”连同后面的说明都要去掉。'],
    en: ['Not filled in yet: “{what}”.', 'Put what is asked for in the place of the whole text.'],
  },

  HG3001: {
    severity: 'error',
    zh: ['“{key}” 是空的。', '写上至少一个条件；空的 any 或 all 会被当作总是成立。'],
    en: ['“{key}” is empty.', 'Put at least one condition in: an empty any or all would always hold.'],
  },
  HG3002: {
    severity: 'error',
    zh: ['同一层写了 {keys}，只能写一个。', '要“都满足”就把它们套在一个 all 里；并列写时其中一个会被忽略。'],
    en: ['{keys} stand side by side; only one may.', 'Nest them in one all: side by side, one of them would be ignored.'],
  },
  HG3003: {
    severity: 'error',
    points: 'key',
    zh: ['条件里不能写 “{key}”。{suggestion}', '条件只能是 all、any、not、condition，或 fact + operator + value，可加 note。'],
    en: ['A condition cannot have “{key}”. {suggestion}', 'A condition is all, any, not, condition, or fact + operator + value; note is allowed.'],
  },
  HG3004: {
    severity: 'error',
    zh: ['没有 “{fact}” 这个事实。{suggestion}', '检查拼写；要新增事实，先写进 facts/。'],
    en: ['There is no fact “{fact}”. {suggestion}', 'Check the spelling; define new facts in facts/ first.'],
  },
  HG3005: {
    severity: 'error',
    zh: ['没有 “{operator}” 这个比较。{suggestion}', '可用：{allowed}。'],
    en: ['There is no operator “{operator}”. {suggestion}', 'Use one of: {allowed}.'],
  },
  HG3006: {
    severity: 'error',
    zh: ['“{fact}”（{type}）不能用 {operator} 比较。', '这种类型可用：{allowed}。'],
    en: ['“{fact}” ({type}) cannot be compared with {operator}.', 'For this type use: {allowed}.'],
  },
  HG3007: {
    severity: 'error',
    zh: ['“{fact}”（{type}）要和{expected}比较，写的是{found}。', '改成{expected}。'],
    en: ['“{fact}” ({type}) is compared with {expected}, got {found}.', 'Write {expected}.'],
  },
  HG3008: {
    severity: 'error',
    zh: ['“{found}” 不是 “{fact}” 的可选值。{suggestion}', '可选：{allowed}。'],
    en: ['“{found}” is not a value of “{fact}”. {suggestion}', 'Choose from: {allowed}.'],
  },
  HG3009: {
    severity: 'error',
    zh: ['“{fact}” 只在{guard}时才有意义，这里没有先确定这一点。', '在同一个 all 里或在 appliesWhen 里加上这个前提。'],
    en: ['“{fact}” makes sense only when {guard}; nothing here establishes that.', 'Add that condition in the same all, or in appliesWhen.'],
  },
  HG3010: {
    severity: 'error',
    zh: ['没有名为 “{condition}” 的条件。{suggestion}', '检查拼写；命名条件写在 conditions/。'],
    en: ['There is no condition named “{condition}”. {suggestion}', 'Check the spelling; named conditions stand in conditions/.'],
  },
  HG3011: {
    severity: 'error',
    zh: ['“{fact}” 和 “{other}” 的类型或单位不同，不能比较（{left} 与 {right}）。', '换成同类型、同单位的事实。'],
    en: ['“{fact}” and “{other}” differ in type or unit ({left}, {right}).', 'Compare facts of one type and unit.'],
  },
  HG3012: {
    severity: 'error',
    zh: ['命名条件 “{condition}” 引用了自己。', '去掉循环引用。'],
    en: ['The named condition “{condition}” refers to itself.', 'Break the circle.'],
  },
  HG3013: {
    severity: 'error',
    zh: ['这里应当是一个条件。', '写 all、any、not、condition，或 fact + operator + value。'],
    en: ['A condition is expected here.', 'Write all, any, not, condition, or fact + operator + value.'],
  },
  HG3014: {
    severity: 'error',
    zh: ['条件嵌套超过 {limit} 层。', '拆成命名条件。'],
    en: ['Conditions are nested deeper than {limit} levels.', 'Split into named conditions.'],
  },
  HG3015: {
    severity: 'error',
    zh: [
      '“{fact}” 想用重点时段、阶段或者日历作条件。',
      '删去它。重点时段只排先后、安排工作，不是认定违法的理由；法律本身写了时间的（例如禁放的日子），用行为日期和限值写。',
    ],
    en: [
      '“{fact}” would make a focus window, a stage or the calendar a condition.',
      'Remove it. Focus windows rank and schedule, they are no ground of liability; where the law itself names a time, use the date of the conduct and limits.',
    ],
  },
  HG3020: {
    severity: 'warning',
    zh: ['{where}“{condition}”永远不会成立，不管事实怎样。', '看哪两项互相排除；要“满足一个即可”，用 any。'],
    en: ['{condition} can never hold{where}, whatever the facts.', 'Look for two parts that exclude each other; use any where one of them is enough.'],
  },
  HG3021: {
    severity: 'warning',
    zh: ['“{condition}”只要查明了就一定成立，什么也没有限制。', '删去它，或者改成想限制的值；要“都满足”，用 all。'],
    en: [
      '{condition} always holds once the facts are known: it excludes nothing.',
      'Remove it, or write the value that was meant; use all where every part has to hold.',
    ],
  },
  HG3022: {
    severity: 'warning',
    zh: ['“{condition}”旁边已经有“{other}”，有没有它结果都一样。', '删去它；如果本来想写别的事实或者别的值，改过来。'],
    en: ['{condition} stands beside {other} and changes nothing.', 'Remove it, or write the fact or value that was meant.'],
  },
  HG3023: {
    severity: 'warning',
    zh: ['规则 “{id}” 同 “{other}” 在同样的情形成立，没有别的后果，有效期重叠。', '留一条，把依据合在一起；本来不同的，把不同之处写进条件。'],
    en: [
      'The rule “{id}” is violated in the same cases as “{other}”, with no other consequences, on overlapping days.',
      'Keep one with the basis of both, or write into the conditions what tells them apart.',
    ],
  },
  HG3024: {
    severity: 'warning',
    zh: [
      '规则 “{id}” 成立的情形，“{other}” 都成立，没有别的后果，有效期也在它以内。',
      '删去它，把依据并到 “{other}”；后果本来不同的，写上它自己的规范或者措施；本来不该重复的，从 “{other}” 里排除这些情形。',
    ],
    en: [
      'Whatever violates the rule “{id}” violates “{other}” too, with no other consequences, on all its days.',
      'Remove it and add its basis to “{other}”; if its consequences were meant to differ, name its own norms or measures; if the cases were meant to be apart, exclude them from “{other}”.',
    ],
  },
  HG3025: {
    severity: 'warning',
    zh: [
      '限值 “{fact}” 的这一版轮不到：{days} 用的是写在前面、包括同一地区的一版（{value}）。',
      '把两版的期间分开，或者删去一版；小地区的写在它所在的大地区前面。',
    ],
    en: [
      'This edition of the limit “{fact}” is not reached: from {days} an edition before it that covers the same region is used ({value}).',
      'Let their days be apart, or remove one; write a smaller region before the larger one it lies in.',
    ],
  },
  HG3026: {
    severity: 'warning',
    zh: ['规则 “{id}” 的有效期（{period}）里，它列的规范没有一条施行。', '核对规则和规范的起止日；补上这段时间施行的规范，没有读到罚则的，norms 留空。'],
    en: [
      'On none of its days ({period}) is any norm of the rule “{id}” in force.',
      'Check the days of the rule and of its norms; add what was in force then, or leave norms empty where no penalty was read.',
    ],
  },
  HG3027: {
    severity: 'warning',
    zh: ['“{id}” 写的是{edition}的条文，它的有效期（{period}）却有一部分在那一版的施行期间（{other}）以外。', '核对起止日；跨了几版的，每一版写一个版本。'],
    en: [
      '“{id}” gives the wording of the edition {edition}, yet its days ({period}) reach beyond that edition’s ({other}).',
      'Check the days; where it runs through several editions, write one edition for each.',
    ],
  },
  HG3028: {
    severity: 'warning',
    zh: [
      '{edition}写的是没有读过原文（read: false），取自它的 “{id}” 写的却是读过（primary-text）。',
      '读过的，把 read 改为 true；没有读过的，核对情况不能写 primary-text。',
    ],
    en: [
      'The edition {edition} is said to be unread (read: false), yet “{id}”, taken from it, is said to be read (primary-text).',
      'If it was read, set read to true; if not, the status cannot be primary-text.',
    ],
  },
  HG3029: {
    severity: 'warning',
    zh: [
      '职责 “{id}” 的截止日遇休息日要移动，{years} 年的放假安排不在日历里（只有 {from} 至 {to}）：截止日只能给出最早和最晚。',
      '放假通知公布以后升级日历；日期写错的改过来；原文没有写顺延或者提前的，删去 onHoliday。',
    ],
    en: [
      'The due days of the duty “{id}” move off days of rest, and the calendar has none for {years} (only {from} to {to}): they are bounds only.',
      'Update the calendar once the notice is out; correct the days if they are a slip; remove onHoliday if the text does not say that they move.',
    ],
  },

  HG4001: {
    severity: 'error',
    zh: ['标识 “{id}” 重复：{other}已经用了它。', '换一个标识。规则的两个版本可以同名，但有效期不能重叠。'],
    en: ['The id “{id}” is taken by {other}.', 'Choose another. Two editions of a rule may share an id only if their periods do not overlap.'],
  },
  HG4002: {
    severity: 'error',
    zh: ['引用的规则 “{id}” 不存在。{suggestion}', '检查拼写，或先写好这条规则。'],
    en: ['The rule “{id}” does not exist. {suggestion}', 'Check the spelling, or write that rule first.'],
  },
  HG4003: {
    severity: 'error',
    zh: ['引用的规范 “{id}” 不存在。{suggestion}', '检查拼写；规范写在 laws/ 各文件的 norms 里。'],
    en: ['The norm “{id}” does not exist. {suggestion}', 'Check the spelling; norms stand in laws/.'],
  },
  HG4004: {
    severity: 'error',
    zh: ['引用的文件 “{id}” 不存在。{suggestion}', '检查拼写；法律文件在 laws/，方案在 plans/。'],
    en: ['The instrument “{id}” does not exist. {suggestion}', 'Check the spelling; laws stand in laws/, plans in plans/.'],
  },
  HG4005: {
    severity: 'error',
    zh: ['《{instrument}》没有录入第 {article} 条款。', '核对条款号；确有此条的，先在该文件的 norms 或 provisions 中录入。'],
    en: ['{instrument} has no article {article} on file.', 'Check the number; if the article exists, enter it there first.'],
  },
  HG4006: {
    severity: 'error',
    zh: ['方案 “{plan}” 没有条目 {clause}。', '核对条目编号。'],
    en: ['The plan “{plan}” has no clause {clause}.', 'Check the clause number.'],
  },
  HG4007: {
    severity: 'error',
    zh: ['没有 “{id}” 这个机关或组织。{suggestion}', '检查拼写；机关写在 organs/。'],
    en: ['There is no organ “{id}”. {suggestion}', 'Check the spelling; organs stand in organs/.'],
  },
  HG4008: {
    severity: 'error',
    zh: ['《{instrument}》没有版本 “{edition}”。', '版本写在该文件的 editions 里。'],
    en: ['{instrument} has no edition “{edition}”.', 'Editions stand in that file.'],
  },
  HG4009: {
    severity: 'error',
    zh: ['“{id}” 的两个版本之间{gap}：前一版止日 {left}，后一版起日 {right}。', '让前一版的止日的次日等于后一版的起日。'],
    en: ['The editions of “{id}” leave {gap}: one ends {left}, the next begins {right}.', 'Let the day after one edition ends be the day the next begins.'],
  },
  HG4010: {
    severity: 'error',
    zh: ['条目 {clause} 的类别 {kind} 没有对应，也没有说明为什么不编入。', '加上 encodings，或在 notEncoded 里写明理由。'],
    en: ['Clause {clause}, kind {kind}, is neither mapped nor marked notEncoded.', 'Add an encoding or a notEncoded reason.'],
  },
  HG4011: {
    severity: 'error',
    zh: ['条目 {clause} 对应的 {as} “{id}” 在本方案里不存在。', '检查拼写，或补上这一项。'],
    en: ['Clause {clause} maps to {as} “{id}”, which this plan does not have.', 'Check the spelling or add it.'],
  },
  HG4012: {
    severity: 'error',
    zh: ['规则 “{id}” 没有案例。', '在规则旁边写 cases.json，至少各有一个成立、不成立、不适用、待查的案例。'],
    en: ['The rule “{id}” has no cases.', 'Write cases.json beside it: at least one violation, compliant, not-applicable and undetermined each.'],
  },
  HG4013: {
    severity: 'error',
    zh: ['引用的期限 “{id}” 不存在。', '期限写在 procedures/ 的 timeLimits 里。'],
    en: ['The time limit “{id}” does not exist.', 'Time limits stand in procedures/.'],
  },
  HG4014: {
    severity: 'error',
    zh: ['事实 “{fact}” 的定义不完整：{detail}。', '补上后再用。'],
    en: ['The definition of “{fact}” is incomplete: {detail}.', 'Complete it.'],
  },
  HG4015: {
    severity: 'error',
    zh: ['规范 “{id}” 的版本 {edition}：{detail}。', '读过原文的版本写 consequence；未读（unread）的版本只写 wordingOf。'],
    en: ['Norm “{id}”, edition {edition}: {detail}.', 'Editions that were read have a consequence; unread ones only wordingOf.'],
  },
  HG4016: {
    severity: 'error',
    zh: ['{what}的下限 {min} 大于上限 {max}。', '对照条文，把 min 和 max 对调或者改正其中一个。'],
    en: ['The {what} has a minimum {min} above its maximum {max}.', 'Compare with the article: swap min and max, or correct one.'],
  },
  HG4017: {
    severity: 'error',
    zh: [
      '裁量基准 “{id}”：{detail}。',
      '各档金额都在规范的幅度以内，由轻到重不降；按数字分档的从 0 或者没有下限起，前一档的 below 就是后一档的 from，最后一档没有上限；按可选值分档的，每个值恰好在一档。',
    ],
    en: [
      'The benchmark “{id}”: {detail}.',
      'Keep every band inside the statutory range, amounts never falling; bands of a number touch and reach both ends; each choice stands in exactly one band.',
    ],
  },
  HG4018: {
    severity: 'error',
    zh: ['规范 “{id}” 的 {field} 写了 “{other}”：{detail}。', '核对两条规范的起止日期和先后；接续的规范要从本规范失效的次日起施行，上位规范要同时施行。'],
    en: [
      'Norm “{id}” names “{other}” in {field}: {detail}.',
      'Check the dates of both: a successor is in force on the day after the norm ends, a higher norm at the same time as it.',
    ],
  },
  HG4019: {
    severity: 'error',
    zh: ['由轻到重的次序里 “{kind}” 写了两次。', '删去一个：一种措施只能有一个轻重。'],
    en: ['“{kind}” stands twice in the order of severity.', 'Remove one: a kind of measure has one place only.'],
  },
  HG4020: {
    severity: 'error',
    zh: [
      '原文的条目 {clause}（{kinds}）在方案 “{plan}” 里没有着落。',
      '在方案的 clauses 里加上这一条，类别也要一致；原文没有这一条的，从 clauses.json 里删去。',
    ],
    en: [
      'Clause {clause} ({kinds}) of the source is not in the plan “{plan}”.',
      'Add it to the clauses of the plan with these kinds; if the source has no such clause, take it out of clauses.json.',
    ],
  },
  HG4021: {
    severity: 'warning',
    zh: ['阶段 “{id}” 同阶段 “{other}” 重叠：{days}。', '核对起止；原文让它们同时进行的，在其中一个写 "concurrent": true。'],
    en: ['The stages “{id}” and “{other}” overlap: {days}.', 'Check their days; if the text runs them side by side, write "concurrent": true on one of them.'],
  },
  HG4022: {
    severity: 'warning',
    zh: ['阶段 “{id}” 之前有空档：{from} 至 {to} 不在任何阶段。', '核对起止；原文的阶段不连着的，在方案的 note 里说明。'],
    en: [
      'There is a gap before the stage “{id}”: {from} to {to} lie in no stage.',
      'Check their days; if the text leaves the gap, say so in the note of the plan.',
    ],
  },
  HG4023: {
    severity: 'warning',
    zh: ['{what} “{id}” 有一部分在方案期间（{period}）以外：{days}。', '核对日期；方案以外的日子不起作用。'],
    en: ['Part of {what} “{id}” lies outside the plan ({period}): {days}.', 'Check the days; those outside the plan have no effect.'],
  },
  HG4024: {
    severity: 'error',
    zh: ['{what} “{id}” 在方案期间（{period}）没有一天。', '核对日期：起在止之后，或者写错了年份。'],
    en: ['{what} “{id}” has no day within the plan ({period}).', 'Check its days: it ends before it begins, or the year is wrong.'],
  },
  HG4025: {
    severity: 'error',
    zh: ['节日表里没有 {year} 年的 “{festival}”。{suggestion}', '核对节日的标识和年份；表以外的年份不推算，写成 fixed 的日期。'],
    en: [
      'The table of festivals has no “{festival}” of {year}. {suggestion}',
      'Check the id and the year; beyond the table nothing is worked out: write the days as fixed.',
    ],
  },
  HG4026: {
    severity: 'error',
    zh: ['方案里没有阶段 “{id}”。{suggestion}', '写 stages 里的阶段标识。'],
    en: ['The plan has no stage “{id}”. {suggestion}', 'Name a stage of its stages.'],
  },
  HG4031: {
    severity: 'error',
    zh: ['追责 “{id}” 对村（居）管理人员写了 “{sanction}”，政务处分法第22条没有这一档。', '只能从 {allowed} 里选。'],
    en: [
      'The accountability “{id}” lays “{sanction}” on those who manage a village; article 22 of the law on sanctions has no such grade.',
      'Choose of {allowed} only.',
    ],
  },
  HG4041: {
    severity: 'error',
    zh: ['“{fact}”（{title}）不能合计：{why}。', '合计只用检查记录里的数值型事实；要数符合条件的记录或者行为，用 count 和 where。'],
    en: ['“{fact}” ({title}) cannot be added up: {why}.', 'Add up numeric facts of records; to count records or conducts that fit, use count with where.'],
  },
  HG4042: {
    severity: 'error',
    zh: ['{what}用了 “{fact}”（{title}），它的归属是 {scope}。', '单位条件（unit）只用归属为 unit 的事实；算法的 where 只用检查记录里的事实。'],
    en: [
      '{what} uses “{fact}” ({title}), whose scope is {scope}.',
      'A unit condition has facts of scope unit only; the where of a formula has facts of records only.',
    ],
  },
  HG4043: {
    severity: 'error',
    zh: ['within 不能用在这里：{why}。', '删去 within，按整个考核期间算；或者改成“达到”“超过”一个合计的数。'],
    en: ['within has no use here: {why}.', 'Remove within, so that the whole period counts, or ask for a sum that is reached (at-least, more-than).'],
  },
  HG4044: {
    severity: 'error',
    zh: ['方案里没有职责 “{id}”。{suggestion}', '写 duties 里的职责标识。'],
    en: ['The plan has no duty “{id}”. {suggestion}', 'Name a duty of its duties.'],
  },
  HG4045: {
    severity: 'warning',
    zh: ['职责 “{id}”（{title}）没有期限，不会到期，“{state}”没有可数的。', '原文没有写期限的，不写这个触发条件，由人认定。'],
    en: [
      'The duty “{id}” ({title}) has no day it falls due, so none of its times is ever “{state}”.',
      'Where the text sets no day, leave the trigger out: people decide.',
    ],
  },
  HG4046: {
    severity: 'error',
    zh: ['外来数字 “{figure}” 在“{title}”以“{unit}”计，{other}。', '同一个数字只能有一个计量单位：改正一处，或者用两个数字。'],
    en: [
      'The outside figure “{figure}” is in “{unit}” for “{title}”, {other}.',
      'A figure has one unit of measurement: correct one place, or use two figures.',
    ],
  },

  HG5001: {
    severity: 'error',
    points: 'key',
    zh: ['记录里的事实 “{fact}” 不认识。{suggestion}', '检查拼写；已装载的规则包里没有这个事实。'],
    en: ['The record has an unknown fact “{fact}”. {suggestion}', 'Check the spelling: no loaded pack defines it.'],
  },
  HG5002: {
    severity: 'error',
    zh: ['“{fact}”（{title}）应当是{expected}，写的是{found}。', '{hint}'],
    en: ['“{fact}” ({title}) must be {expected}, got {found}.', '{hint}'],
  },
  HG5003: {
    severity: 'error',
    zh: ['“{found}” 不是 “{fact}”（{title}）的可选值。{suggestion}', '可选：{allowed}。'],
    en: ['“{found}” is not a value of “{fact}” ({title}). {suggestion}', 'Choose from: {allowed}.'],
  },
  HG5004: {
    severity: 'error',
    points: 'key',
    zh: ['“{fact}” 应当写在{expected}，不是{found}。', '移过去。'],
    en: ['“{fact}” belongs in {expected}, not in {found}.', 'Move it.'],
  },
  HG5005: {
    severity: 'error',
    zh: ['{what} “{id}” 不存在。{suggestion}', '检查 id，或先写进记录。'],
    en: ['{what} “{id}” does not exist. {suggestion}', 'Check the id, or add it to the record.'],
  },
  HG5006: { severity: 'error', zh: ['{what}的 id “{id}” 重复。', '每个 id 只用一次。'], en: ['The id “{id}” of {what} is used twice.', 'Use each id once.'] },
  HG5007: {
    severity: 'error',
    points: 'key',
    zh: ['“{fact}” 由物品清单汇总得出，清单已写，不能再单独填。', '删去这一项，或把 goods 改为 null。'],
    en: ['“{fact}” follows from the list of goods, which is given; it cannot be written as well.', 'Remove it, or set goods to null.'],
  },
  HG5008: {
    severity: 'error',
    points: 'key',
    zh: ['“{fact}” 是法定限值，不能在记录里填写。', '删去这一项。'],
    en: ['“{fact}” is a statutory limit and cannot be given in a record.', 'Remove it.'],
  },
  HG5009: {
    severity: 'error',
    zh: ['行为日期 {date} 晚于研判日期 {decidedOn}。', '核对日期。'],
    en: ['The conduct date {date} is after the decision date {decidedOn}.', 'Check the dates.'],
  },
  HG5010: {
    severity: 'error',
    points: 'key',
    zh: ['“{fact}” 由记录的 {field} 得出，不在 facts 里写。', '把内容写到 {field}。'],
    en: ['“{fact}” comes from the record field {field}, not from facts.', 'Write it in {field}.'],
  },
  HG5011: {
    severity: 'error',
    zh: ['{day}{side}{other}，不可能。', '核对这两个日期。检查以后才发生的行为，写进下一次检查的记录。'],
    en: ['{day} is {side} {other}, which cannot be.', 'Check both dates. What happened after the inspection belongs in the record of the next one.'],
  },
  HG5012: {
    severity: 'error',
    zh: ['“{fact}” 在行为里写的是{found}，在{holder}里写的是{other}。', '只写一处；两处不同的，查清以前写 null。'],
    en: ['“{fact}” is{found} in the conduct, but{other} in {holder}.', 'Write it in one place; while the two differ, write null.'],
  },

  HG6001: {
    severity: 'error',
    zh: ['没有规则 “{id}”。{suggestion}', '用 hegui explain 不带参数列出全部规则。'],
    en: ['There is no rule “{id}”. {suggestion}', 'Run hegui explain without arguments to list all rules.'],
  },
  HG6002: {
    severity: 'error',
    zh: ['补充事实的接口 “{provider}” 出错：{detail}。', '检查该接口；其余事实不受影响。'],
    en: ['The fact provider “{provider}” failed: {detail}.', 'Check the provider; other facts are unaffected.'],
  },
  HG6003: {
    severity: 'error',
    zh: ['接口 “{provider}” 返回的 “{fact}” 不合要求：{detail}。', '接口应返回与事实类型一致的值；不知道时不要返回。'],
    en: ['Provider “{provider}” returned an unusable “{fact}”: {detail}.', 'Return a value of the fact’s type, or nothing when it is not known.'],
  },
  HG6004: {
    severity: 'error',
    zh: ['没有行为 “{id}”。', '检查记录中的行为 id。'],
    en: ['There is no conduct “{id}”.', 'Check the conduct ids of the record.'],
  },
  HG6005: {
    severity: 'error',
    zh: ['记录有 {n} 个行为，没有说明要解释哪一个。', '用 conduct 指明行为 id：{ids}。'],
    en: ['The record has {n} conducts; which one is to be explained?', 'Name one with conduct: {ids}.'],
  },
  HG6006: {
    severity: 'error',
    zh: ['没有领域 “{id}”。{suggestion}', '领域是规则标识的前半段：{allowed}。'],
    en: ['There is no domain “{id}”. {suggestion}', 'A domain is the first half of a rule id: {allowed}.'],
  },
  HG6007: {
    severity: 'error',
    zh: ['规则 “{id}” 在 {on} 没有有效的版本。', '各版本的有效期：{periods}。'],
    en: ['The rule “{id}” has no edition in force on {on}.', 'Its editions: {periods}.'],
  },
  HG6008: {
    severity: 'error',
    zh: ['看不懂条款 “{found}”。', '写文件和条号，例如 烟花爆竹安全管理条例36、消防法第六十条第一款，或者 fireworks-regulation:36(1)。'],
    en: ['“{found}” is not written as an article.', 'Write the instrument and the article, such as fireworks-regulation:36(1).'],
  },
  HG6009: {
    severity: 'error',
    zh: ['“{name}” 不能作{kind}的标识。', '{hint}'],
    en: ['“{name}” cannot be the id of {kind}.', '{hint}'],
  },
  HG6010: {
    severity: 'error',
    zh: ['{what}已经有了，没有改动它。', '换一个标识；要改已有的，直接编辑它。'],
    en: ['{what} exists already and was left as it is.', 'Choose another id, or edit what is there.'],
  },
  HG6011: {
    severity: 'error',
    zh: ['没有可以运行的案例。', '写规则包或者规则的文件夹；案例在规则旁边的 cases.json 里。'],
    en: ['There are no cases to run.', 'Name the folder of a pack or of a rule; cases stand in cases.json beside the rule.'],
  },
  HG6012: {
    severity: 'error',
    zh: ['案例 “{name}” 没有通过：{detail}。', '想清楚哪一边错了：规则写错了改规则，案例写错了改案例。'],
    en: ['The case “{name}” fails: {detail}.', 'Find out which side is wrong: correct the rule, or the case.'],
  },
  HG6013: {
    severity: 'error',
    zh: ['不能写 {file}：{detail}。', '检查路径和权限，以及它所在的是不是文件夹。'],
    en: ['Cannot write {file}: {detail}.', 'Check the path, the permissions, and that it stands in a folder.'],
  },
  HG6014: {
    severity: 'error',
    zh: ['期间的起 {from} 在止 {to} 之后。', '把 --from 和 --to 对调，或者改正其中一个。'],
    en: ['The period begins on {from}, after its end {to}.', 'Swap --from and --to, or correct one of them.'],
  },
  HG6015: {
    severity: 'error',
    zh: ['{from} 至 {to} 没有一天在方案 “{plan}” 期间（{period}），没有可列的。', '换一个期间；不写 --from、--to 就是整个方案期间。'],
    en: [
      'No day from {from} to {to} lies within the plan “{plan}” ({period}): there is nothing to list.',
      'Ask for other days; without --from and --to it is the whole plan.',
    ],
  },
  HG6016: {
    severity: 'error',
    zh: ['方案 “{plan}” 没有写{end}，要用 {option} 写明。', 'hegui 不看时钟，也不替方案定日期。'],
    en: ['The plan “{plan}” does not say {end}: give {option}.', 'hegui reads no clock and sets no days for a plan.'],
  },
  HG6020: {
    severity: 'error',
    zh: ['没有{what} “{id}”。{suggestion}', '可以写：{allowed}。'],
    en: ['There is no {what} “{id}”. {suggestion}', 'Choose from: {allowed}.'],
  },
  HG6021: {
    severity: 'error',
    zh: ['用 {what} 要有包 {package}，没有装上。', '运行 npm install {package}。'],
    en: ['{what} needs the package {package}, which is not installed.', 'Run npm install {package}.'],
  },
  HG6022: {
    severity: 'error',
    zh: ['{what}不能用 SQL：{detail}。', '其余的照常做；这一部分用 hegui assess。'],
    en: ['{what} cannot go through SQL: {detail}.', 'The rest was done; use hegui assess for this part.'],
  },
  HG6023: {
    severity: 'error',
    zh: ['表 {table} 不能用：{detail}。', '{hint}'],
    en: ['The table {table} cannot be used: {detail}.', '{hint}'],
  },
  HG6024: {
    severity: 'warning',
    zh: ['表 {table} 没有 {count} 列，这些事实都算未知：{columns}。', '有这些事实的，补上这些列；没有的，相关的规则待查。'],
    en: [
      'The table {table} lacks {count} columns; these facts count as unknown: {columns}.',
      'Add the columns where the facts are known; otherwise the rules that ask for them stay undetermined.',
    ],
  },
  HG6025: {
    severity: 'warning',
    zh: ['编译好的模块（{packs}）不合用：{detail}。', '答案不受影响，只是没有用上它；改过规则包的，用 hegui compile 重新生成。'],
    en: ['The compiled module ({packs}) does not fit: {detail}.', 'Answers are the same without it; if a pack was edited, run hegui compile again.'],
  },
  HG6026: {
    severity: 'warning',
    zh: ['第 {n} 个编译模块不能用：{detail}。', '给 hegui compile 写的模块，或者规则包自带的 compiled；答案不受影响。'],
    en: [
      'Compiled module {n} cannot be used: {detail}.',
      'Give a module that hegui compile wrote, or the compiled form of a pack; answers are the same without it.',
    ],
  },
  HG6027: {
    severity: 'error',
    zh: ['编译出来的是 ES 模块，不能写成 {file}。', '文件名以 .js 或者 .mjs 结尾。'],
    en: ['What is compiled is an ES module; it cannot be written as {file}.', 'Let the name end in .js or .mjs.'],
  },
  HG6028: {
    severity: 'error',
    zh: ['几个编译模块合不到一起：{detail}。', '用同一批规则包重新编译，同一条规则只给一次。'],
    en: ['These compiled modules do not go together: {detail}.', 'Compile them again from the same packs, and give each rule once.'],
  },
  HG6029: {
    severity: 'error',
    zh: ['{what}要是{wanted}。', '改正它，不知道就不写或者写 null；要查全部问题用 checkRecord。'],
    en: ['{what} must be {wanted}.', 'Correct it, or leave it out or null where it is unknown; checkRecord finds every problem.'],
  },
  HG6030: {
    severity: 'error',
    zh: ['读到第 {index} 条记录（从 0 数）时来源出错：{detail}。', '前面的结果有效；修好来源，从这一条接着读。'],
    en: ['The source failed at record {index} (counted from 0): {detail}.', 'What came before stands; mend the source and go on from this record.'],
  },
  HG6031: {
    severity: 'error',
    zh: ['这一行超过 {limit} 字节，没有读。', '查清是不是少了换行；确实这样长的，用 --max-line-bytes 放宽。'],
    en: ['This line is longer than {limit} bytes and was not read.', 'See whether line breaks are missing; if it is meant, raise --max-line-bytes.'],
  },
  HG6032: {
    severity: 'error',
    zh: ['这一行不是 UTF-8 文字，没有读。', '把文件存成不带 BOM 的 UTF-8，再试。'],
    en: ['This line is not UTF-8 text and was not read.', 'Save the file as UTF-8 without a BOM and try again.'],
  },
  HG6033: {
    severity: 'error',
    zh: ['研判第 {from} 至 {to} 行的工作线程中断：{detail}。', '这些行没有研判；减少 --jobs，或者缩小这些记录，再试。'],
    en: [
      'The worker thread that assessed lines {from} to {to} ended: {detail}.',
      'These lines were not assessed; lower --jobs or make the records smaller, and try again.',
    ],
  },
  HG6034: {
    severity: 'error',
    zh: ['不能接着上次做：{what}。', '换回上次的输入、规则包和选项，或者不写 --resume 从头做。'],
    en: ['This run cannot go on from the last one: {what}.', 'Put back the input, packs and options of that run, or leave out --resume to start again.'],
  },
  HG6036: {
    severity: 'error',
    zh: ['表格 {file} 读不了：{detail}。', '检查文件是不是完好的 CSV 或 Parquet，编码是不是 UTF-8。'],
    en: ['The table {file} cannot be read: {detail}.', 'See whether it is a whole CSV or Parquet file, in UTF-8.'],
  },
  HG6037: {
    severity: 'error',
    zh: ['不认识这一列 “{column}”。{suggestion}', '列名写事实的标识，或者 {allowed}；不要的列先去掉。'],
    en: ['“{column}” is no column that is known. {suggestion}', 'Columns are ids of facts, or {allowed}; leave out those not needed.'],
  },
  HG6038: {
    severity: 'error',
    zh: ['第 {row} 行同前面的行记录标识相同，{column} 却不同：“{found}”，前面是 “{expected}”。', '一条记录的各行，除了行为的各列以外要写得一样。'],
    en: [
      'Row {row} has the id of the rows before it but another {column}: “{found}”, before it was “{expected}”.',
      'Rows of one record agree in all columns but those of the conduct.',
    ],
  },
  HG6039: {
    severity: 'error',
    zh: ['{count} 条记录没有研判，连同问题写在 {file}。', '改好这些记录，单独再研判一次。'],
    en: ['{count} records were not assessed; they are in {file} with their problems.', 'Correct them and assess them by themselves.'],
  },
  HG6040: {
    severity: 'error',
    zh: ['{file} 的次序、缩进或者换行不是规范的写法，从这一行起。', '运行 hegui fmt {file}；意思不变。'],
    en: ['{file} is not in canonical form, from this line on.', 'Run hegui fmt {file}: its meaning stays the same.'],
  },
  HG6041: {
    severity: 'error',
    zh: ['{file} 是链接，没有改动。', '写明链接指向的那个文件。'],
    en: ['{file} is a link and was left alone.', 'Name the file that the link leads to.'],
  },
  HG6042: {
    severity: 'warning',
    zh: ['{file} 不是规则包的文件，没有改动。', '能改写的是规则、案例、事实、条件、机关、法律、程序、情节、一般规则、裁量基准、方案。'],
    en: [
      '{file} is no document of a pack and was left alone.',
      'Formatted are rules, cases, facts, conditions, organs, laws, procedures, circumstances, principles, benchmarks and plans.',
    ],
  },

  HG7001: {
    severity: 'error',
    zh: ['没有办案程序 “{id}”。{suggestion}', '程序见 packages/pack-law/procedures。'],
    en: ['There is no case procedure “{id}”. {suggestion}', 'Procedures are in packages/pack-law/procedures.'],
  },
  HG7002: {
    severity: 'error',
    zh: ['本案的程序里没有步骤 “{id}”。{suggestion}', '核对步骤标识；属于别的程序的，把那个程序加进 procedures。'],
    en: ['The procedures of this case have no step “{id}”. {suggestion}', 'Check the id, or add the procedure it belongs to.'],
  },
  HG7003: {
    severity: 'error',
    points: 'key',
    zh: ['“{fact}” 不是案件进度里的事实。', '这里只写 case. 开头的事实和当事人的事实；做过什么、哪一天做的，写进 steps。'],
    en: ['“{fact}” is no fact of a case’s progress.', 'Give facts that start with case. or belong to the party; what was done and when goes into steps.'],
  },
  HG7004: {
    severity: 'warning',
    zh: ['「{step}」{on} 做，早于它之前须完成的「{earlier}」（{day}）。', '核对日期；属实的，报告里列为没有按程序做。'],
    en: [
      '“{step}” was done on {on}, before “{earlier}” ({day}), which must come first.',
      'Check the days; if they are right, the report shows the step as out of order.',
    ],
  },
  HG7005: {
    severity: 'error',
    zh: ['步骤 “{step}” 的日期 {on} {side}{limit}。', '核对日期。'],
    en: ['The step “{step}” is dated {on}, {side} {limit}.', 'Check the days.'],
  },
  HG7006: {
    severity: 'error',
    zh: ['步骤 “{id}” 写了两次。', '同一步只写一次，写生效的那一次。'],
    en: ['The step “{id}” is given twice.', 'Give each step once.'],
  },
  HG7007: {
    severity: 'error',
    zh: ['时刻 {at} 是北京时间 {found}，不是写的 {on}。', '让 at 和 on 是同一天。'],
    en: ['The instant {at} falls on {found} in China, not on {on} as given.', 'Let at and on be the same day.'],
  },
  HG7008: {
    severity: 'error',
    zh: ['没有写看到哪一天为止。', '在文件里写 asOf，或者用 --as-of 指定；hegui 不看时钟。'],
    en: ['It is not said up to which day the case is looked at.', 'Write asOf in the file, or give --as-of: hegui reads no clock.'],
  },
  HG7009: {
    severity: 'error',
    zh: ['步骤 “{step}” 提到的 “{id}” 不是同一程序里的步骤。{suggestion}', '核对标识。'],
    en: ['“{id}”, named by the step “{step}”, is no step of the same procedure. {suggestion}', 'Check the id.'],
  },
  HG7010: {
    severity: 'error',
    zh: ['步骤 “{step}” 要先做它自己：{chain}。', '去掉其中一个先后要求。'],
    en: ['The step “{step}” would have to come before itself: {chain}.', 'Remove one of these requirements.'],
  },

  HG8001: {
    severity: 'error',
    zh: [
      '条目 {clause} 的合法性说明 “{status}” 同数据推出来的不一致：{detail}。',
      '核对条文：说明写错了就改 legal.status，路径、规则或者核对情况写错了就改那里。',
    ],
    en: [
      'The legal status “{status}” of clause {clause} contradicts what follows from the data: {detail}.',
      'Check the articles: correct legal.status, or the route, rule or verification that is wrong.',
    ],
  },
  HG8002: {
    severity: 'error',
    zh: ['没有方案 “{id}”。{suggestion}', '写已装载的方案标识（{ids}），或者方案文件、文件夹的路径。'],
    en: ['There is no plan “{id}”. {suggestion}', 'Name a loaded plan ({ids}), or the path of a plan file or of a folder with plans.'],
  },
  HG8003: {
    severity: 'error',
    zh: ['两份汇总不是同一个方案的：“{a}” 和 “{b}”。', '只合并按同一方案算的汇总。'],
    en: ['The two aggregates are of different plans: “{a}” and “{b}”.', 'Merge only aggregates of one plan.'],
  },
  HG8004: {
    severity: 'error',
    zh: ['两份汇总所用的数据包不同：{a}；{b}。', '用同一版数据包重新汇总以后再合并。'],
    en: ['The two aggregates were made with different packs: {a}; {b}.', 'Aggregate again with the same packs, then merge.'],
  },
  HG8005: {
    severity: 'error',
    zh: ['来源 “{b}” 已经算在内（“{a}”），不能再合并一次。', '去掉重复的一份；标识相同而记录不同的，换一个来源标识重新汇总。'],
    en: ['The source “{b}” is already counted (“{a}”).', 'Leave out the repeated one; if the records differ, aggregate them again under another source.'],
  },
  HG8006: {
    severity: 'error',
    zh: ['编号 “{id}” 的记录在来源 “{source}” 里已经数过一次，这一份没有计入。', '同一份记录只给一次；不是同一份的，改正其中一份的编号，或者分开来源汇总。'],
    en: [
      'A record “{id}” of the source “{source}” was counted already; this one is left out.',
      'Give each record once; if they are not the same, correct one of the ids, or aggregate them as two sources.',
    ],
  },
  HG8007: {
    severity: 'error',
    zh: ['给记录 “{id}” 的研判结果不是它的：{why}。这份记录没有计入。', '用同一份记录、同样的规则包重新研判，或者不给研判结果。'],
    en: [
      'The assessment given with the record “{id}” is not its own: {why}. The record is left out.',
      'Assess this record again with the same packs, or give no assessment.',
    ],
  },
  HG8012: {
    severity: 'error',
    zh: ['考核材料里的{what} “{id}” 不存在。{suggestion}', '核对标识：它要在{where}里。写错的这一项没有计入，其余照算。'],
    en: [
      'The appraisal file names {what} “{id}”, which does not exist. {suggestion}',
      'Check the id: it must be in {where}. This entry is left out, the rest counts.',
    ],
  },
  HG8013: {
    severity: 'error',
    zh: ['单位 “{id}” 的上级绕回了它自己：{chain}。', '改正其中一个 parent；最上面的单位不写 parent。'],
    en: ['The unit “{id}” is its own superior: {chain}.', 'Correct one parent; the topmost unit has none.'],
  },
  HG8014: {
    severity: 'error',
    zh: [
      '单位 “{id}” 不在方案 “{plan}” 的责任矩阵里：职责、分工、追责都没有写到“{organ}”。',
      '核对 organ；按分工承担的，在 responsibilities 里写明是方案的哪个分工（{roles}）。',
    ],
    en: [
      'The unit “{id}” is outside the matrix of the plan “{plan}”: no duty, role or accountability names “{organ}”.',
      'Check organ; a unit that holds a role of the plan names it in responsibilities ({roles}).',
    ],
  },
  HG8015: {
    severity: 'error',
    zh: ['报送 “{id}” 的日期 {on} 早于方案：{limit}。', '核对日期；方案以前做的不算方案的报送，没有计入。'],
    en: ['The submission “{id}” is dated {on}, before the plan: {limit}.', 'Check the day; what was done before the plan is left out.'],
  },
  HG8016: {
    severity: 'warning',
    zh: ['报送 “{id}” 的时间 {on} 晚于看的时候 {now}。', '核对日期；这一次考核当它还没有做。'],
    en: ['The submission “{id}” is dated {on}, after {now}, the moment looked at.', 'Check the day; this appraisal takes it as not made yet.'],
  },
  HG8017: {
    severity: 'error',
    zh: ['报送 “{id}” 的职责 “{duty}”（{title}）不是单位 “{unit}” 的。', '核对 unit 和 duty：这项职责由 {by} 承担；没有计入。'],
    en: [
      'The submission “{id}” is for the duty “{duty}” ({title}), which is not one of the unit “{unit}”.',
      'Check unit and duty: it is owed by {by}. The submission is left out.',
    ],
  },
  HG8018: {
    severity: 'error',
    zh: [
      '职责 “{duty}”（{title}）没有 “{id}” 这一次。{suggestion}',
      '写这项职责的期次，例如 2017-01-04、2019-W24、2023-05、2023-Q2；不写 for 的按日期推定。没有计入。',
    ],
    en: [
      'The duty “{duty}” ({title}) has no time “{id}”. {suggestion}',
      'Name one of its times, such as 2017-01-04, 2019-W24, 2023-05 or 2023-Q2; without it the day decides. The submission is left out.',
    ],
  },
  HG8019: {
    severity: 'warning',
    zh: ['报送 “{id}”（{on}）在职责 “{duty}”（{title}）的各次以外，也没有欠着的一次。', '核对日期；确实是某一次的，写明 for。'],
    en: [
      'The submission “{id}” ({on}) lies outside all times of the duty “{duty}” ({title}), and none before it is lacking.',
      'Check the day; if it is for one of its times, name it.',
    ],
  },
  HG8020: {
    severity: 'error',
    zh: ['数字 “{id}” 的计量单位是“{found}”，方案的{what}用“{expected}”。', '换算以后写方案用的计量单位；没有计入。'],
    en: ['The figure “{id}” is measured in “{found}”; {what} of the plan is in “{expected}”.', 'Convert it to the unit of the plan; it is left out.'],
  },
  HG8021: {
    severity: 'error',
    zh: ['考核期间 {from} 至 {to} 同方案 “{plan}” 的期间（{days}）没有重叠。', '核对期间，或者换一个方案。'],
    en: ['The period {from} to {to} has no day in common with the plan “{plan}” ({days}).', 'Check the period, or name another plan.'],
  },
  HG8022: {
    severity: 'error',
    zh: ['事实 “{fact}”（{title}）的归属是 {scope}，不是单位的事实。', '已经查明的单位事实只收归属为 unit 的；属于检查记录的写进记录。'],
    en: [
      'The fact “{fact}” ({title}) has the scope {scope}: it is none of a unit.',
      'Only facts of scope unit are established here; put the others into records.',
    ],
  },
  HG8023: {
    severity: 'error',
    zh: ['销号清单 “{id}” 写了 {found} 项，追责 “{accountability}” 的清单有 {expected} 项。', '逐项照清单的次序写，不明的写 null；没有计入。'],
    en: [
      'The checklist “{id}” has {found} items, that of “{accountability}” has {expected}.',
      'Give each item in the order of the list, null where unknown; it is left out.',
    ],
  },
  HG8024: {
    severity: 'error',
    zh: ['职责 “{duty}”（{title}）用不着起算日：{why}。', '删去这个起算日。'],
    en: ['The duty “{duty}” ({title}) takes no anchor: {why}.', 'Remove this anchor.'],
  },
  HG8035: {
    severity: 'error',
    zh: [
      '方案措施 “{measure}” 的倒查写得不对：{detail}。',
      '在 tracing 里写 direction（source、destination、supervisor 之一），线索写 facts，负责监管的分工写 roles。',
    ],
    en: [
      'The tracing of plan measure “{measure}” is wrong: {detail}.',
      'In tracing, give a direction (source, destination or supervisor), the facts to go by, and the roles that supervise.',
    ],
  },

  HG8101: {
    severity: 'warning',
    zh: ['{cited}施行到 {ended}，{asOf} 已不再施行。{follows}', '改引现行的条文；两版都要用的，把现行的加在旁边；没有接续的，先查明现在是否还处罚。'],
    en: [
      '{cited} was in force until {ended}, no longer on {asOf}. {follows}',
      'Cite what is in force, or cite it beside the old; if nothing follows, find out whether the conduct is still punished.',
    ],
  },
  HG8102: {
    severity: 'warning',
    zh: ['{cited}自 {from} 起施行，{asOf} 还没有施行。', '这一天要用的，补引当时施行的条文；当时没有这样的规定的，不用改，那一天就没有这条依据。'],
    en: [
      '{cited} is in force from {from}, not yet on {asOf}.',
      'Cite what was in force on that day as well; if there was no such rule then, leave it: that day has no such basis.',
    ],
  },
  HG8103: {
    severity: 'warning',
    zh: ['{cited}在 {asOf} 施行的是{edition}，原文{reading}', '读到这一版的原文，核对后把 verification.status 改为 primary-text；在此以前不作建议。'],
    en: [
      '{cited}: the wording in force on {asOf}, edition {edition}, was not verified: {reading}',
      'Read that edition, check it, then set verification.status to primary-text; until then nothing is proposed on it.',
    ],
  },

  HG9001: {
    severity: 'error',
    zh: ['“{path}” 不是规则包：{detail}。', '写规则包的文件夹，或者放着几个规则包的文件夹；同自带规则包比较，旧版写 shipped。'],
    en: [
      '“{path}” is no pack: {detail}.',
      'Name the folder of a pack, or one that holds several; to compare with the shipped packs, write “shipped” for the old version.',
    ],
  },
  HG9002: {
    severity: 'error',
    zh: ['旧版和新版是同一个文件夹 “{path}”，没有可以比较的。', '把旧版另存一份，例如用 git worktree 取出原来的版本。'],
    en: ['The old and the new version are the same folder “{path}”: there is nothing to compare.', 'Keep the old version apart, such as in a git worktree.'],
  },
  HG9003: {
    severity: 'error',
    zh: ['{side} “{path}” 有错误，没有比较。', '先用 hegui check 改正上面列出的错误。'],
    en: ['The {side} version “{path}” has errors; nothing was compared.', 'First correct the errors above, with hegui check.'],
  },
  HG9004: {
    severity: 'error',
    zh: [
      '规则 “{rule}”（{title}）不能比较：事实 “{fact}” 在两版里不是同一个问题（{parts} 不同）。',
      '含义变了的事实换一个新的标识，旧的保留；不是有意改的，改回来。',
    ],
    en: [
      'The rule “{rule}” ({title}) cannot be compared: the fact “{fact}” is another question in the two versions ({parts} differ).',
      'Give a fact with a new meaning a new id and keep the old one; if it was not meant, change it back.',
    ],
  },
  HG9005: {
    severity: 'warning',
    zh: ['规则 “{rule}”（{title}）没有了；新增的 “{other}” 可能是它改了标识。', '标识是长期的，不要改；确实是另一条规则的，不用管。'],
    en: [
      'The rule “{rule}” ({title}) is gone; the new rule “{other}” may be it under another id.',
      'Ids are for good: keep it. If it is another rule, leave it.',
    ],
  },
  HG9006: {
    severity: 'warning',
    zh: [
      '规则 “{rule}”（{title}）没有比较完：找了 {steps} 步。{detail}',
      '不能当作相同。没有装求解器的，运行 npm install z3-solver@5.2.0 再比；装了的，加大 --max-steps，或者把条件拆成几条规则。',
    ],
    en: [
      'The rule “{rule}” ({title}) was not compared to the end: {steps} steps. {detail}',
      'Do not take it for equal: run npm install z3-solver@5.2.0 if the solver is not installed; else raise --max-steps, or split the conditions.',
    ],
  },
  HG9007: {
    severity: 'error',
    zh: ['规则 “{rule}”的反例没有通过复核：推算是 {claimed}，研判是 {got}。记录：{record}', '这是 hegui 的错误，请连同记录一起报告；这条规则的比较不要采用。'],
    en: [
      'A counter-example of the rule “{rule}” was not borne out: {claimed} was concluded, the assessment says {got}. Record: {record}',
      'This is an error of hegui: please report it with the record, and do not rely on the comparison of this rule.',
    ],
  },
  HG9008: {
    severity: 'warning',
    zh: [
      '规则 “{rule}”（{title}）的 {count} 个反例没有写成案例：案例写不出持续多日的行为，也写不出检查日期不同于行为日期的记录。',
      '需要的，把 JSON 结果里的记录另存为检查记录。',
    ],
    en: [
      '{count} counter-example(s) of the rule “{rule}” ({title}) were not written as cases: a case cannot say that a conduct went on for days, or was inspected on another day.',
      'Where needed, keep the record from the JSON result as an inspection record.',
    ],
  },
  HG9010: {
    severity: 'error',
    zh: ['案例 “{name}” 预期缺事实 “{fact}”，规则 {rule} 不问它。{suggestion}', '写规则条件里的事实；限值、期限由日期、地区得出，写缺的日期或者地区。'],
    en: [
      'The case “{name}” expects the fact “{fact}” to be missing, which the rule {rule} does not ask. {suggestion}',
      'Name a fact of the conditions; for a limit, name the day or the place it follows from.',
    ],
  },
  HG9011: {
    severity: 'error',
    zh: ['案例 “{name}” 的预期 “{found}” 永远得不出：{detail}。', '改正预期；或者规则缺了这一项，先补规则。'],
    en: ['The case “{name}” expects “{found}”, which can never come out: {detail}.', 'Correct the expectation, or first complete the rule.'],
  },
  HG9012: {
    severity: 'warning',
    zh: ['规则 {rule} 没有可以提问的事实，提不出案例。', '它的结论只随日期、地区、限值而定；案例要自己写，或者检查条件是不是写漏了。'],
    en: [
      'The rule {rule} asks no fact, so no case can be proposed.',
      'Its verdict follows from day and place alone; write the cases by hand, or see whether a condition was left out.',
    ],
  },
  HG9013: {
    severity: 'error',
    zh: ['路径里没有规则。', '写规则包或者规则的文件夹；不写路径就看自带的规则包。'],
    en: ['There are no rules under the paths.', 'Name the folder of a pack or of a rule; without a path the shipped packs are taken.'],
  },
  HG9020: {
    severity: 'warning',
    zh: ['{file} 不是变异结果的缓存，没有用它。', '换一个文件名，或者删去它：这次运行的结果会写在这里。'],
    en: ['{file} is no cache of mutation results; it was not used.', 'Name another file, or delete it: the results of this run are written there.'],
  },
  HG9021: {
    severity: 'warning',
    zh: ['规则 {rule} 的案例 “{name}” 不改规则也不通过，没有用来看变异。', '先用 hegui test 改正它。'],
    en: ['The case “{name}” of the rule {rule} fails as it is; it was not used for mutation.', 'First correct it with hegui test.'],
  },
  HG9030: {
    severity: 'warning',
    zh: [
      '{count} 条记录写了{side}不认识的 “{what}”，{side}按没有写看。',
      '事实、可选值、方案、机关是这一版新增或者删去的，就会这样；由此变成待查的，不是规则变严或者变宽。',
    ],
    en: [
      '{count} record(s) give “{what}”, which {side} does not know and reads as not written.',
      'So it is with facts, choices, plans and organs that a version adds or drops; what is undetermined for that is neither stricter nor laxer.',
    ],
  },
  HG9031: {
    severity: 'error',
    zh: ['只有{side}不收这条记录，见上一个问题；没有比较。', '新版不收的，是发布以后会被拒收的：见 hegui diff 列出的事实变化；旧版不收的，改正记录。'],
    en: [
      'Only {side} refuses this record, as said above; it was not compared.',
      'What the new version refuses will be refused once it is published: see the changed facts in hegui diff. Otherwise correct the record.',
    ],
  },
  HG9032: {
    severity: 'warning',
    zh: ['{count} 个行为的日期在有改动的规则施行以前或者失效以后：两版都不适用。', '这些行为说明不了这次改动；日期写错了的，改正记录。'],
    en: [
      '{count} conduct(s) lie before or after every edition of the changed rules: neither version applies.',
      'They say nothing about the change; where a date is wrong, correct the record.',
    ],
  },
  HG9033: {
    severity: 'error',
    zh: ['没有可以比较的记录。', '写检查记录的文件或者文件夹：JSON、NDJSON、CSV、Parquet；上面列出了没有读进来的。'],
    en: [
      'There is no record to compare.',
      'Name files or folders of inspection records: JSON, NDJSON, CSV or Parquet; what could not be read is listed above.',
    ],
  },
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof problemCatalogue
export const problemCodes = Object.keys(problemCatalogue) as readonly ProblemCode[]
export const entryOf = (code: ProblemCode): Entry => problemCatalogue[code]
