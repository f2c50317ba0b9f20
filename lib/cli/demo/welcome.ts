import { userNameFrom } from '#lib/access/user-name.ts';
import { demoPassword, featuredName, newcomerName, staffNames, studentNames } from './names.ts';

/** The text that the console shows once the demo is ready. */
export function welcomeText(url: string, folder: string): string {
  const people = [
    ['student', featuredName, 'one lesson done, one half done'],
    ['student', newcomerName, 'joined today, has done nothing yet'],
    ...staffNames.teachers.map((name) => ['teacher', name, ''] as const),
    ...staffNames.authors.map((name) => ['author', name, ''] as const),
  ] as const;
  const lines = people.map(([role, name, about]) => line(role, name, userNameFrom(name), about));
  return [
    '',
    `Surefoot's demo school is open: ${url}`,
    `Sign in as anyone with one click at ${url}/signin, or with the password ${demoPassword}`,
    '',
    ...lines,
    line('admin', staffNames.admin, 'admin', ''),
    `  … and ${studentNames.length - 2} more students in three classes`,
    '',
    `Only this machine can reach it. Ctrl-C stops the demo and deletes its data (${folder}).`,
  ].join('\n');
}

function line(role: string, name: string, userName: string, about: string): string {
  return `  ${role.padEnd(8)} ${name.padEnd(21)} ${userName.padEnd(21)} ${about}`.trimEnd();
}
