// jira.js takes fields that it does not know unless its own audit is on; it looks when its schemas are made.
process.env['AUDIT_SCHEMAS'] = 'true';
