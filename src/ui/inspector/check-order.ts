/** The order in which a server asks its checks, as an option's value and as a list one can move in. */

/** All of them: those that the value names, then the rest in their usual order. */
export function orderOf(value: string, usual: readonly string[]): string[] {
  const named = value.split(',').filter((one) => usual.includes(one))
  return [...named, ...usual.filter((one) => !named.includes(one))]
}

/** The shortest value that means this order; '' for the usual one. */
export function valueOf(order: readonly string[], usual: readonly string[]): string {
  const enough = order.findIndex((_, k) => {
    const rest = usual.filter((one) => !order.slice(0, k).includes(one))
    return rest.every((one, i) => one === order[k + i])
  })
  return order.slice(0, Math.max(0, enough)).join(',')
}

/** One place earlier (−1) or later (1); the same where there is no such place. */
export function moved(order: readonly string[], id: string, by: 1 | -1): string[] {
  const from = order.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const others = order.filter((one) => one !== id)
  return [...others.slice(0, to), id, ...others.slice(to)]
}
