// Fills cells of a workbook with exceljs: node fill.js IN OUT '[["Sheet", "B2", "text"], …]'
const ExcelJS = require("exceljs");

async function main([from, to, cells]) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(from);
  for (const [sheet, address, text] of JSON.parse(cells)) {
    book.getWorksheet(sheet).getCell(address).value = text;
  }
  await book.xlsx.writeFile(to);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
