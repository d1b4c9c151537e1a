#!/usr/bin/env node
// Tells which prerequisites are here and which are missing, with the way to get them. Changes nothing.
import { installCommand } from './setup/apt.mjs';
import { dependenciesAreCurrent } from './setup/dependencies.mjs';
import { findNode24 } from './setup/node-24.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { SetupFault } from './setup/setup-fault.mjs';
import { packagesFor } from './setup/system-packages.mjs';

/**
 * One prerequisite and how it stands.
 * @typedef {{ name: string, present: boolean, detail: string }} Finding
 */

/** @returns {Finding} */
function systemNode() {
  try {
    checkNodeVersion();
    return { name: 'Node.js', present: true, detail: `${process.version} at ${process.execPath}` };
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    return { name: 'Node.js', present: false, detail: `${error.message} ${error.remedy}` };
  }
}

/** @returns {Finding[]} */
function systemPackages() {
  return packagesFor(['base', 'browser', 'postgresql']).map((each) => {
    const found = each.find();
    const detail = found ?? `${each.purpose}: ${installCommand([each])}`;
    return { name: each.name, present: found !== undefined, detail };
  });
}

/** @returns {Finding[]} */
function npmPackages() {
  const current = dependenciesAreCurrent();
  const node24 = findNode24();
  return [
    { name: 'npm packages', present: current, detail: current ? 'as in package-lock.json' : 'run npm ci' },
    { name: 'Node.js 24', present: node24 !== undefined, detail: node24 ?? 'comes with npm ci' }
  ];
}

const findings = [systemNode(), ...systemPackages(), ...npmPackages()];
for (const { name, present, detail } of findings) {
  console.log(`${present ? 'ok     ' : 'MISSING'} ${name.padEnd(16)} ${detail}`);
}
const missing = findings.filter((finding) => !finding.present).length;
console.log(
  missing === 0
    ? '\nEverything is here.'
    : `\n${missing} missing. node scripts/demo.mjs installs what it can.`
);
process.exitCode = missing === 0 ? 0 : 1;
