import { startCompanyService } from './company-service.ts';
const s = await startCompanyService();
try {
  for (const p of process.argv.slice(2)) {
    const r = await s.service.ask(p, {
      headers: { Authorization: `Bearer ${s.service.signer.sign({ role: 'admin' })}` }
    });
    const t = await r.text();
    console.log('\n###', p, r.status, t.length, s.reads());
    console.log(t.slice(0, 1500));
  }
} finally {
  await s.stop();
}
