/** Ports on which hosts are administrated and filled with files: IANA service names and port numbers. What a port is for, by number. */
export const administrationPorts: ReadonlyMap<number, string> = new Map([
  [20, 'FTP'],
  [21, 'FTP'],
  [22, 'SSH'],
  [23, 'Telnet'],
  [2375, 'Docker'],
  [2376, 'Docker'],
  [3389, 'RDP'],
  [5900, 'VNC'],
  [5985, 'WinRM'],
  [5986, 'WinRM'],
]);
