// Building a ledger of 13 to 20,000 tasks, on Windows and on the web: requests to Excel (X2), bytes, and time for each row, side by side.
import { benchExcel, buildIn, costOf, megabytes, planOf, printTable, sizes } from './benchExcel';

async function measure(): Promise<void> {
  // The first build loads and warms everything; it is not counted.
  const warm = await benchExcel();
  await buildIn(warm, planOf(200));
  warm.close();
  const rows: (string | number)[][] = [];
  for (const platform of ['PC', 'web'] as const) {
    let perRowAt200 = 0;
    for (const size of sizes) {
      const excel = await benchExcel(platform);
      const plan = planOf(size);
      const cost = await costOf(excel, () => buildIn(excel, plan));
      excel.close();
      const perRow = cost.ms / size;
      if (size === 200) perRowAt200 = perRow;
      rows.push([platform, size, cost.requests, megabytes(cost.sent), megabytes(cost.largest), cost.ms.toFixed(0), (cost.ms - cost.excelMs).toFixed(0), perRow.toFixed(2), size < 200 ? '' : (perRow / perRowAt200).toFixed(2)]);
    }
  }
  printTable(['Excel', 'tasks', 'requests', 'sent MB', 'largest MB', 'ms', 'of it not Excel', 'ms a row', 'against 200'], rows);
  process.stdout.write('"of it not Excel": planning and Office.js; the rest is the pretend Excel at work.\n');
}

void measure();
