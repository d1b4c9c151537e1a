// Gives every `@salesforce/label/c.X` import the value that stands in the package's labels file.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { XMLParser } = require('fast-xml-parser');

const labelsFile = join(__dirname, '../../force-app/main/shared/labels/CustomLabels.labels-meta.xml');
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'labels' });
const { labels } = parser.parse(readFileSync(labelsFile, 'utf8')).CustomLabels;

for (const { fullName, value } of labels) {
  jest.mock(`@salesforce/label/c.${fullName}`, () => ({ __esModule: true, default: value }), {
    virtual: true
  });
}
