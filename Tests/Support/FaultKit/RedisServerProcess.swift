import Foundation

/// One run of redis-server.
final class RedisServerProcess: Sendable {
    private let process: Process

    /// Starts it, and returns when it says that it takes connections.
    init(port: Int, folder: String, arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try ProgramPath.find("redis-server"))
        process.arguments =
            [
                "--port", "\(port)", "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no",
                "--daemonize", "no", "--logfile", "",
            ] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        self.process = process
        let log = output.fileHandleForReading
        var said = ""
        while !said.contains("Ready to accept connections") {
            let more = log.availableData
            if more.isEmpty { throw RedisServer.StartFailure(description: "redis-server did not start: \(said)") }
            said += String(decoding: more, as: UTF8.self)
        }
        // A pipe that nobody empties would stop the server one day.
        log.readabilityHandler = { handle in
            if handle.availableData.isEmpty { handle.readabilityHandler = nil }
        }
    }

    func signal(_ number: Int32) {
        _ = Foundation.kill(process.processIdentifier, number)
    }

    func kill() {
        signal(SIGKILL)
        // Its port is free only when it is gone.
        process.waitUntilExit()
    }
}
