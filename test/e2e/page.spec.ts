import { pathToFileURL } from 'node:url'
import { bet, control, expect, open, result, test } from './lab.ts'

const DELIVERED_LATE = /Straight\s*delivered\s*after 8 h/
const DELIVERED_SOON = /By post office\s*delivered\s*after 1\d min/

test('a bet starts the run, both roads play to their end, and the reasons open', async ({
  page,
}) => {
  await open(page)
  await page.getByLabel('Speed').selectOption('4')
  await bet(page).click()
  await expect(control(page, 'Pause')).toBeVisible()
  await expect(result(page)).toBeHidden()
  await expect(result(page)).toBeVisible({ timeout: 40_000 })
  await expect(result(page)).toContainText(DELIVERED_LATE)
  await expect(result(page)).toContainText(DELIVERED_SOON)
  await expect(result(page)).toContainText('Right.')
  await expect(control(page, 'Play')).toBeVisible()
})

test('either road can be taken alone', async ({ page }) => {
  await open(page)
  for (const [road, seen, unseen] of [
    ['Direct', DELIVERED_LATE, DELIVERED_SOON],
    ['Relayed', DELIVERED_SOON, DELIVERED_LATE],
  ] as const) {
    await page.getByRole('radio', { name: road }).check({ force: true })
    await control(page, 'To the end').click()
    await expect(result(page)).toContainText(seen)
    await expect(result(page)).not.toContainText(unseen)
  }
})

test('the one-file page runs from a disk and asks for nothing else', async ({ page }) => {
  await open(page, pathToFileURL('dist/mailpath.html').href)
  await bet(page).click()
  await expect(control(page, 'Pause')).toBeVisible()
  await control(page, 'To the end').click()
  await expect(result(page)).toContainText(DELIVERED_SOON)
})

test('nothing in the page may open a connection', async ({ browser, baseURL }) => {
  // A page of its own: the refusal is a complaint, and here it is wanted.
  const page = await browser.newPage()
  await page.goto(baseURL ?? '')
  const answer = await page.evaluate(() => fetch('./favicon.svg').then(String, () => 'refused'))
  expect(answer).toBe('refused')
  await page.close()
})
