export const commandEnglish = {
  'command.act-usage':
    'Usage: minhchung act ACTION --as LOGIN [--FIELD VALUE …] [--json FILE] [--idempotency-key KEY] [--if-match SEQ]',
  'command.serve-usage': 'Usage: minhchung serve [--demo | --empty]',
  'command.help.title': 'The commands of minhchung:',
  'command.help.serve': 'run the server (default)',
  'command.help.verify': 'check everything that is on record',
  'command.help.plan': 'read a plan from a file and print what was read',
  'command.help.deadline': 'reckons a due time in working days and hours, and says why',
  'command.help.act': 'perform an action as a person',
  'command.help.actions': 'list the actions and their fields',
  'command.help.help': 'print this page',
  'command.help-usage': 'Usage: minhchung help',
  'command.no-command':
    'There is no command minhchung {name}: the commands are {names}. minhchung help says how to use them.',
  'command.no-field':
    'The action {name} has no field {flag}: minhchung actions lists the fields of each action.',
  'command.twice': '{flag} may be given only once.',
  'command.plan-usage': 'Usage: minhchung plan read FILE [--json]',
  'command.deadline-usage':
    'Usage: minhchung deadline add 2019-01-30T14:00 3wd [--calendar vn] [--explain] [--json], or minhchung deadline between FROM TO [--calendar vn] [--explain] [--json]; 3wd: 3 working days, 12wh: 12 working hours, 30d: 30 days, 2mo: 2 months',
  'command.demo-usage':
    'Usage: minhchung demo dossiers --count N --from 2019-01-02 --to 2019-12-31 [--seed S]',
  'command.help.demo': 'fill in any number of invented dossiers, to measure speed and size',
  'command.no-count': '--count {text} cannot be used: write a number from 1 to {most}.',
  'command.no-seed': '--seed {text} cannot be used: write a whole number, 0 or more.',
  'command.no-period':
    'No dossiers can be filled in from {from} to {to}: write two days such as 2019-01-02, the second not before the first, within the years whose calendar is known ({first} to {last}).',
  'command.demo-office':
    'This database holds the records of an office: invented dossiers go only into an empty database or a demo.',
  'command.demo-owner':
    'Filling in bulk needs an owner who passes row-level security: set MIGRATE_DATABASE_URL to a superuser, or use the embedded PostgreSQL.',
  'command.demo-structure': 'Setting up agencies, one-stop desk and procedures …',
  'command.demo-progress': '{done} / {count} dossiers ({rate} a second)',
  'command.demo-done': 'Filled in {done} dossiers in {seconds} seconds.',
  'command.demo-stopped': 'Stopped: {done} of {count} dossiers are filled in, none of them by half.',
  'command.no-calendar': 'There is no calendar {name}: there is vn.',
  'command.no-moment': '{text} is no day and time: write 2019-01-30T14:00.',
  'command.no-budget': '{text} is no length of time: write 3wd, 12wh, 30d or 2mo.',
  'command.year-unknown': 'The working days up to there are not known: they are from {first} to {last}.',
  'deadline.due': 'Due: {time}, {day}',
  'deadline.between': '{working} working days; {hours} h {minutes} min of office time; {days} days.',
  'deadline.counted': '  {day}: counted',
  'deadline.skipped': '  {day}: not counted ({reason})',
  'deadline.skipped.plain': '  {day}: not counted',
  'deadline.provisional-hours':
    'The office hours (08:00–12:00, 13:00–17:00) are provisional: they were compared with no agency’s own rules yet.',
  'deadline.provisional':
    'The days off of {years} are provisional, not yet compared with the official notice.',
  'command.unknown': 'There is no option {word}. {usage}',
  'command.no-value': '{flag} has no value. {usage}',
  'command.no-login': '--as is missing. {usage}',
  'command.verify-usage': 'Usage: minhchung verify [--json]',
  'command.actions-usage': 'Usage: minhchung actions',
  'command.no-action': 'There is no action {name}: minhchung actions lists them.',
  'command.no-account': '--as {login}: no open account has this name.',
  'command.wrong-seq': '--if-match {seq} cannot be used: give the number of the version.',
  'command.no-database': 'The data folder {folder} has no database: set DATA_DIR or DATABASE_URL.',
  'command.folder-held':
    'A server (process {server}) is using the data folder {folder}: call its API, POST /api/v1{path}, or stop it first.',
  'command.no-json-object': 'The file {file} holds no JSON object.',
  'command.file-missing': 'The file {file} could not be opened: {reason}',
  'command.secret':
    'The file {file} is marked “{mark}”. Under the rules on state secrets, this document is not read here.',
  'command.unreadable': '{file}: {why}',
  'plan-read.document': 'Document: {text}',
  'plan-read.unknown': '(not found)',
  'plan-read.year': 'Plan year: {year}',
  'plan-read.issuer': 'Issued by: {text}',
  'plan-read.signer': 'Signed by: {text}',
  'plan-read.counts':
    'Read: {tasks} {tasks|task|tasks}, {targets} {targets|target|targets}, {commitments} {commitments|commitment|commitments}, {duties} {duties|duty|duties}, {reporting} {reporting|reporting date|reporting dates}, {citations} {citations|citation|citations}.',
  'plan-read.tasks': 'Tasks:',
  'plan-read.task': '  {no}. {title} — {units} — {due}',
  'plan-read.no-remarks': 'No remarks.',
  'plan-read.remarks':
    'Remarks: {errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {notes} {notes|note|notes}.',
  'plan-read.remark': '  [{severity}] {message}',
  'plan-read.severity.error': 'Error',
  'plan-read.severity.warning': 'Warning',
  'plan-read.severity.info': 'Note',
} as const;
