import { control, expect, open, result, test } from './lab.ts'

test('a link gives somebody else the same run', async ({ page, browser }) => {
  await open(page)
  await page.getByLabel('Scenario').selectOption('try-again-later')
  // A scenario is fetched when it is opened; then the address follows.
  await page.waitForURL(/s=try-again-later/)
  await page.getByRole('radio', { name: 'Relayed' }).check({ force: true })
  await control(page, 'To the end').click()
  const outcome = await result(page).innerText()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const link = await page.getByLabel('Link').inputValue()
  expect(link).toContain('s=try-again-later')

  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await expect(other.getByRole('radio', { name: 'Relayed' })).toBeChecked()
  await control(other, 'To the end').click()
  await expect(result(other)).toBeVisible()
  expect(await result(other).innerText()).toBe(outcome)
  await other.context().close()
})

test('the address keeps the run: opened anew, it is the same', async ({ page }) => {
  await open(page)
  await page.getByLabel('Scenario').selectOption('two-roads')
  await page.waitForURL(/s=two-roads/)
  await page.reload()
  await expect(page.getByLabel('Scenario')).toHaveValue('two-roads')
})

for (const [what, hash] of [
  ['cut off', '#v=1&s=the-lid'],
  ['broken', '#v=1&s=the-lid-closes&seed=1&do=%%%'],
  ['hostile', '#v=1&s=<script>alert(1)</script>&seed=1'],
] as const)
  test(`a link that is ${what} says so in a sentence, and the page opens`, async ({ page }) => {
    await open(page, `./${hash}`)
    const sentence = page.getByRole('alert')
    await expect(sentence).toContainText('the first scenario has been opened instead')
    await expect(page.getByLabel('Scenario')).toHaveValue('the-lid-closes')
    await page.getByRole('button', { name: 'All right' }).click()
    await expect(sentence).toBeHidden()
  })
