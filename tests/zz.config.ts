import real from './playwright.config.ts';

const { webServer: _server, ...rest } = real;
export default { ...rest, reporter: [['line']], use: { ...rest.use, baseURL: 'http://localhost:3200' } };
