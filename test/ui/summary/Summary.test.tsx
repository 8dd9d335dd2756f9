import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { inProcessHost } from '../../../src/host/in-process.ts'
import { summaryRow } from '../../../src/lab/summary.ts'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { REASONS } from '../../../src/sim/scenarios/reasons.ts'
import { openScenario, setLevel } from '../../../src/ui/state/actions.ts'
import { SUMMARY, writeLink } from '../../../src/ui/state/link.ts'
import { runtime } from '../../../src/ui/state/runtime.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { Summary, SummaryLink } from '../../../src/ui/summary/Summary.tsx'
import '../../../src/ui/theme/index.ts'
import { OUTCOMES } from '../../../src/ui/words/page.ts'
import { axeProblems } from '../../helpers/open-lab.ts'

const shown = SCENARIOS.filter(({ shows }) => shows !== undefined)
const table = () => page.getByRole('table', { name: 'Reasons, scenarios and results' })
const all = () => page.getByText(`All ${shown.length} scenarios are computed.`)
const rowOf = (id: string) => document.querySelector(`[data-scenario="${id}"]`)!

async function openSummary(): Promise<void> {
  await render(
    <>
      <SummaryLink />
      <Summary />
    </>,
  )
  await page.getByRole('link', { name: 'Summary' }).click()
  await expect.element(table()).toBeVisible()
}

beforeAll(async () => {
  runtime.connect(inProcessHost)
  await openScenario('two-roads')
})

beforeEach(async () => {
  await page.viewport(1280, 800)
  setLevel('technical')
  history.replaceState(null, '', writeLink(labStore.getState()))
})

describe('the summary', () => {
  // The first one: later on, everything has been computed.
  it('computes row after row, stops when it is told to, and goes on from there', async () => {
    await openSummary()
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect.element(page.getByText(/^Stopped: \d+ of \d+ scenarios computed\.$/)).toBeVisible()
    const open = () => document.querySelectorAll('[data-scenario] td[colspan]').length
    const left = open()
    expect(left).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(open()).toBe(left)
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect.element(all(), { timeout: 30_000 }).toBeInTheDocument()
    expect(open()).toBe(0)
  })

  it('has a group for each reason and a row for each scenario, with what single runs give', async () => {
    await openSummary()
    await expect.element(all()).toBeInTheDocument()
    const headings = [...document.querySelectorAll('main h2')].map((one) => one.textContent)
    expect(headings).toEqual(REASONS.map(({ title }, i) => `${i + 1}. ${title.technical}`))
    for (const scenario of shown) {
      const { direct, relayed, checks } = summaryRow(scenario)
      const cells = [...rowOf(scenario.id).children].map((cell) => cell.textContent)
      expect(cells[0]).toBe(scenario.lesson.title.technical)
      for (const [cell, { outcome, reading }] of [
        [cells[2], direct],
        [cells[3], relayed],
      ] as const) {
        // A reading that is the outcome is not said twice.
        const isOutcome = scenario.shows!.direct.endsWith('.outcome')
        expect(cell).toContain(isOutcome ? OUTCOMES[outcome!]!.technical : (reading ?? '–'))
      }
      expect(cells[4]).toBe(`all ${checks.of} hold`)
    }
  })

  it('says by shape and by word what came of the letters', async () => {
    await openSummary()
    await expect.element(all()).toBeInTheDocument()
    const [, , direct, relayed] = rowOf('try-again-later').children
    expect(direct?.textContent).toContain('lost')
    expect(relayed?.textContent).toContain('delivered')
    const shape = (cell?: Element) => cell?.querySelector('svg path')?.getAttribute('d')
    expect(shape(direct)).not.toBe(shape(relayed))
    expect(rowOf('dial-up-era').textContent).toContain('12 of 12 delivered')
  })

  it('speaks in three levels', async () => {
    await openSummary()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('SMTP server')
    await page.getByRole('radio', { name: 'Everyday' }).click({ force: true })
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('post office')
    await expect.element(page.getByRole('columnheader', { name: 'By post office' })).toBeVisible()
    await page.getByRole('radio', { name: 'Protocol' }).click({ force: true })
    expect(rowOf('try-again-later').textContent).toContain('Attempts')
  })

  it('leads to each scenario, and back by key, with the focus where it was', async () => {
    await openSummary()
    await expect.element(all()).toBeInTheDocument()
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
    for (const { id, seed } of shown) {
      const link = rowOf(id).querySelector('a')
      expect(link?.getAttribute('href')).toBe(`#v=1&s=${id}&seed=${seed}`)
    }
    await userEvent.keyboard('{Escape}')
    await expect.element(table()).not.toBeInTheDocument()
    expect(location.hash).toBe('#v=1&s=two-roads&seed=1')
    await expect.element(page.getByRole('link', { name: 'Summary' })).toHaveFocus()
    expect(document.documentElement.dataset['summary']).toBeUndefined()
  })

  it('prints', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {})
    await openSummary()
    await page.getByRole('button', { name: 'Print' }).click()
    expect(print).toHaveBeenCalledOnce()
    expect(document.title).toBe('Why is an intermediate SMTP server needed? – Mailpath')
  })

  it.each([
    [1280, 800],
    [390, 844],
    [320, 700],
  ])('has no barriers and fits at %i × %i', async (width, height) => {
    await page.viewport(width, height)
    await openSummary()
    await expect.element(all()).toBeInTheDocument()
    expect(await axeProblems()).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    // A table all the same, however it is drawn.
    expect(page.getByRole('row').elements().length).toBeGreaterThan(shown.length)
  })

  it('is not there under other addresses', async () => {
    await render(<Summary />)
    await expect.element(table()).not.toBeInTheDocument()
    location.hash = SUMMARY
    await expect.element(table()).toBeVisible()
    location.hash = writeLink(labStore.getState())
    await expect.element(table()).not.toBeInTheDocument()
  })
})
