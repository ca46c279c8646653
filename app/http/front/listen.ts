/** Says in one clear sentence why the portal cannot listen where HOST and PORT say. */
export function clearAddress(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new Error(`Port ${port} on ${host} is already in use: set PORT to another one.`);
  if (error.code === "EACCES")
    return new Error(`Port ${port} is not open to this account: set PORT to one above 1023.`);
  return new Error(
    `HOST ${host} is no address of this machine (${error.code ?? error.message}): set it to one that is.`,
  );
}
