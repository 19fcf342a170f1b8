/* What a reader does in a bundle, in Firefox over WebDriver BiDi:

       node firefox.mjs FIREFOX START PHRASE

   opens the file START, follows it to the site, asks for "PHRASE", narrows the
   answer by the first facet and by a range of dates, follows the first passage,
   and prints as JSON what was shown, asked for and complained of. */
import puppeteer from "puppeteer-core";

const [executablePath, start, phrase] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox", executablePath, headless: true,
  /* With the network off: every request for a host goes to a closed port. */
  extraPrefsFirefox: {
    "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9, "network.proxy.no_proxies_on": "",
  },
});
const out = { asked: [], said: [], totals: {} };
try {
  const page = await browser.newPage();
  page.on("request", (request) => out.asked.push(request.url()));
  page.on("console", (message) => out.said.push(message.text()));
  page.on("pageerror", (error) => out.said.push(String(error)));
  const results = async (how) => {
    await page.waitForSelector("#results[data-state=done]", { timeout: 30000 });
    out.totals[how] = await page.$eval("#results", (list) => list.dataset.total);
  };
  await page.goto(start);
  await page.waitForFunction(() => location.pathname.endsWith("/site/index.html"), { timeout: 20000 });
  out.title = await page.title();
  await page.type("#q", `"${phrase}"`);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  await results("phrase");
  const facet = await page.waitForSelector("#facets input[type=checkbox]");
  await page.$eval("#facets", (box) => { box.open = true; });
  await facet.evaluate((box) => box.click());
  await page.waitForFunction(() => /[?&](kind|publisher)=/.test(location.search), { timeout: 20000 });
  await results("facet");
  const address = page.url();
  await page.goto(`${address}&from=1000-01-01&to=1000-12-31`);
  await results("before");
  await page.goto(`${address}&from=1000-01-01&to=9999-12-31`);
  await results("dates");
  await page.$eval("#results a[href*='#p-']", (link) => link.click());
  await page.waitForSelector(":target", { timeout: 20000 });
  out.target = await page.$eval(":target", (element) => element.textContent);
  out.address = page.url();
} finally {
  await browser.close();
}
console.log(JSON.stringify(out));
