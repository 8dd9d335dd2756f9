/**
 * What of SPF, DKIM and DMARC survives which road, in real runs. A receiver that only writes down
 * shows the verdicts; the same one, applying DMARC, shows what follows from them.
 */
import { describe, expect, it } from 'vitest'
import { letterRoads, verdictRow } from '../helpers/letter-roads.ts'
import { rowsFor, worldFor } from '../helpers/runs.ts'
import { ROADS, scenarioOfRoad, SIGNED, silent } from '../helpers/survival-roads.ts'

describe('what survives', () => {
  it.each(ROADS)('$road: $gives', (road) => {
    const { world = 'relayed', set = {}, gives } = road
    const { index } = worldFor(scenarioOfRoad(road), world, { set })
    expect(verdictRow(index)).toBe(gives)
  })

  it.each(ROADS)('$road, where DMARC is applied: $applied', (road) => {
    const { world = 'relayed', set, applied } = road
    const rows = rowsFor(scenarioOfRoad(road), world, { set: { 'mx.dmarc': 'apply', ...set } })
    const last = rows.flatMap(({ kind, attempts }) => (kind === 'dsn' ? [] : attempts)).at(-1)
    expect(last?.host).toBe('mx.college.example')
    expect(last?.reply.replace(' 2.0.0', '')).toBe(applied)
  })

  it('says that it could not be checked, where the receiver rather waits', () => {
    const of = silent(letterRoads({ host: 'relay' }))
    const set = { ...SIGNED, 'mx.dmarc.temperror': 'defer' }
    const rows = rowsFor(of, 'relayed', { set })
    expect(rows[0]?.attempts[0]?.reply).toBe('451 4.7.0')
  })
})
