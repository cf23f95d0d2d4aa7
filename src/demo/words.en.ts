export const demoEnglish = {
  'clock.title': 'The clock of the simulation',
  'clock.now': 'It is now',
  'clock.lead':
    'Date and time stand still here until somebody moves them. All lists and figures hold only what has happened up to this moment.',
  'clock.forward': 'Go forward',
  'clock.forward.text':
    'What the simulation has for the days between happens one after another. What you have entered is kept.',
  'clock.back': 'Go back',
  'clock.back.text':
    'The simulated records go back to exactly that day. What you and others have entered in this simulation is lost, even what was entered before that day.',
  'clock.to.year-begin': 'Start of the year: 02/01/2019',
  'clock.to.issued': 'Day of issue: 28/01/2019',
  'clock.to.opening': 'Opening day: Monday, 03/06/2019',
  'clock.to.year-end': 'End of the year: 31/12/2019',
  'clock.other': 'Another day',
  'clock.day': 'Day',
  'clock.day.hint': 'From 02/01/2019 to 31/12/2019; the clock stops at 08:00 of that day.',
  'clock.submit': 'Go to this day',
  'clock.away':
    'The clock can be moved only from the machine on which the simulation runs, so that visitors from elsewhere do not lose each other’s records.',
  'done.clock.move': 'The clock has been moved.',
  'refusal.invalid:demo-day': 'The day must be in 2019, from 02/01 to 31/12. Enter it like 03/6/2019.',
  'action.demo.set-up': 'Set up the structure of the simulation',
} as const;
