import net from "node:net";

// AMQP 0-9-1: the client sends eight bytes, a server that is up answers with a method frame (its first byte is 1).
const socket = net.connect(Number(process.argv[2]), "127.0.0.1");
socket.setTimeout(2000, () => process.exit(1));
socket.on("connect", () => socket.write(Buffer.from("AMQP\x00\x00\x09\x01", "latin1")));
socket.on("data", (bytes) => process.exit(bytes[0] === 1 ? 0 : 1));
socket.on("error", () => process.exit(1));
socket.on("close", () => process.exit(1));
