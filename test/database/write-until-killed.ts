// For the test of a killed process: writes questions into an embedded folder, naming each one once it is stored.
import { openDatabase } from '../../src/database/open.ts';

const { prisma } = await openDatabase({ folder: process.argv[2] });
for (let number = 0; ; number += 1) {
  await prisma.question.create({ data: { at: new Date(), text: String(number), understood: '', answered: false } });
  process.stdout.write(`${number}\n`);
}
