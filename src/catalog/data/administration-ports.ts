/** Ports on which hosts are administrated: IANA service names and port numbers. What a port is for, by number. */
export const administrationPorts: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [23, 'Telnet'],
  [2375, 'Docker'],
  [2376, 'Docker'],
  [3389, 'RDP'],
  [5900, 'VNC'],
  [5985, 'WinRM'],
  [5986, 'WinRM'],
]);
