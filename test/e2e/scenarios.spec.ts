import { CATALOGUE } from '../../src/sim/scenarios/index.ts'
import { barriers, control, expect, open, result, test } from './lab.ts'

/** A riddle keeps what came out to itself until its card is handed in: `mystery.spec.ts` plays it. */
const STORIES = CATALOGUE.filter(({ id }) => id !== 'mystery-mx')

/** Each story is opened by its link, bet upon, run, and read with everything that can be unfolded. */
for (const { id, title } of STORIES)
  test(`the story ${id} runs to its end, and all its readings open`, async ({ page }) => {
    await open(page, `./#v=1&s=${id}&seed=1`)
    const picker = page.getByRole('combobox', { name: /Scenario/ })
    await expect(picker).toHaveValue(id)
    await expect(picker).toContainText(title.everyday)
    await page
      .getByRole('button', { name: /^I say/ })
      .last()
      .click()
    await control(page, 'To the end').click()
    await expect(result(page)).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('region', { name: 'Why', exact: true })).not.toContainText('{')
    await page.getByRole('button', { name: 'More readings' }).click()
    await expect(page.getByRole('button', { name: 'Fewer readings' })).toBeVisible()
    expect(await barriers(page)).toEqual([])
  })

test('the queue of the post office can be flushed, and that is in the link', async ({ page }) => {
  await open(page, './#v=1&s=six-hours-of-silence&seed=1')
  await page
    .getByRole('button', { name: /^I say/ })
    .first()
    .click()
  await page.getByText('More: servers, strangers, your acts').click()
  const flush = page.getByRole('button', { name: /try every waiting letter now/ })
  // Until the post office has been turned away for the first time.
  for (let i = 0; i < 30 && (await flush.getAttribute('aria-disabled')) === 'true'; i++)
    await control(page, 'Next of interest').click()
  await flush.click()
  expect(new URL(page.url()).hash).toContain('do=')
  await page.reload()
  await expect(page.getByRole('button', { name: /^I say/ }).first()).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
})
