import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { inProcessHost } from '../../../src/host/in-process.ts'
import type { BetSpec } from '../../../src/sim/scenarios/scenario.ts'
import { present } from '../../../src/sim/assert.ts'
import { openScenario, runToEnd, setLevel } from '../../../src/ui/state/actions.ts'
import { runtime } from '../../../src/ui/state/runtime.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { Story } from '../../../src/ui/story/Story.tsx'

const bets = (): readonly BetSpec[] => labStore.getState().scenario.lesson.bets
const answer = (i: number): string => present(bets()[i], 'bet').answer.everyday

async function openWithStory(id: string): Promise<void> {
  runtime.connect(inProcessHost)
  await openScenario(id)
  setLevel('everyday')
  await vi.waitFor(() => expect(labStore.getState().done).toBe(true))
  await render(<Story />)
}

async function betAndSeeTheEnd(i: number): Promise<void> {
  await page.getByRole('button', { name: answer(i) }).click()
  expect(labStore.getState()).toMatchObject({ playing: true, bet: bets()[i]?.id })
  runToEnd()
}

describe('the story of the lid that closes', () => {
  beforeEach(() => openWithStory('the-lid-closes'))

  it('begins with the question and the bets, and keeps the reasons to itself', async () => {
    const { question } = labStore.getState().scenario.lesson
    await expect
      .element(page.getByRole('heading', { level: 2 }))
      .toHaveTextContent(question.everyday)
    await expect.element(page.getByRole('button', { name: /I say/ }).first()).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Just play' })).toBeVisible()
    await expect.element(page.getByRole('region', { name: 'Why' })).not.toBeInTheDocument()
  })

  it('says whether a bet was right, and what happened in each world', async () => {
    await betAndSeeTheEnd(0)
    const result = page.getByRole('region', { name: 'What happened' })
    await expect.element(result).toHaveTextContent('Right.')
    await expect
      .element(result)
      .toHaveTextContent(/Straight.*after 8 h.*By post office.*after 1\d min/)
    // Every number in the words is a reading: no brace is left.
    const reasons = page.getByRole('region', { name: 'Why' })
    await expect.element(reasons).toHaveTextContent(/delivered after 1\d min/)
    await expect.element(reasons).not.toHaveTextContent(/[{}]/)
  })

  it('says so when a bet was not right', async () => {
    await betAndSeeTheEnd(1)
    await expect.element(page.getByText('Not so.')).toBeVisible()
  })

  it('offers its prologue, which plays at one press and leads back here', async () => {
    await page.getByRole('button', { name: /perfect day/ }).click()
    await vi.waitFor(() =>
      expect(labStore.getState()).toMatchObject({ playing: true, scenario: { id: 'two-roads' } }),
    )
    await vi.waitFor(() => expect(labStore.getState().done).toBe(true))
    runToEnd()
    await page.getByRole('button', { name: /^Now:/ }).click()
    expect(labStore.getState()).toMatchObject({
      playing: false,
      scenario: { id: 'the-lid-closes' },
    })
  })

  it('explains a term on focus, until Escape', async () => {
    const term = page.getByRole('button', { name: 'baton' })
    await expect.element(term).toBeVisible()
    term.element().dispatchEvent(new Event('pointerdown'))
    ;(term.element() as HTMLElement).focus()
    await expect.element(page.getByRole('tooltip')).toBeVisible()
    await expect.element(term).toHaveAccessibleDescription(/Baton/)
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('tooltip')).not.toBeInTheDocument()
  })
})

it('a variant is told about although it is not on the stage', async () => {
  await openWithStory('try-again-later')
  await betAndSeeTheEnd(0)
  const result = page.getByRole('region', { name: 'What happened' })
  await expect.element(result).toHaveTextContent('Alice presses Send again')
  await expect.element(result).toHaveTextContent('Right.')
})
