// After the walks: ends the browser and the server that openStage.mjs started, and nothing else.

const closeStage = async () => {
  const { stage } = globalThis;
  await stage?.browser.close();
  await stage?.server.close();
};

export default closeStage;
