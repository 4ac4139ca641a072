import Foundation
import Glibc

/// One run of redis-server.
final class RedisServerProcess: Sendable {
    private let process: SpawnedProcess

    /// Starts it, and returns when it says that it takes connections.
    init(port: Int, folder: String, arguments: [String], tls: RedisServerTLS?) throws {
        let executable = try ProgramPath.find("redis-server")
        let words =
            [
                executable, "--port", tls == nil ? "\(port)" : "0", "--bind", "127.0.0.1", "--dir", folder, "--save",
                "",
                "--appendonly", "no", "--daemonize", "no", "--logfile", "",
            ] + (tls?.serverArguments(port: port) ?? []) + arguments
        let (reading, writing) = try SpawnedProcess.pipe()
        let log = FileHandle(fileDescriptor: reading, closeOnDealloc: true)
        let started = Result { try SpawnedProcess(words, output: writing, errors: writing) }
        // The log ends with the server only where nobody else can write into it.
        close(writing)
        process = try started.get()
        var said = ""
        while !said.contains("Ready to accept connections") {
            let more = log.availableData
            if more.isEmpty {
                kill()
                throw RedisServer.StartFailure(description: "redis-server did not start: \(said)")
            }
            said += String(decoding: more, as: UTF8.self)
        }
        // A pipe that nobody empties would stop the server one day.
        log.readabilityHandler = { handle in
            if handle.availableData.isEmpty { handle.readabilityHandler = nil }
        }
    }

    func signal(_ number: Int32) {
        process.signal(number)
    }

    /// Ends it and waits until it is gone, for only then is its port free. Once.
    func kill() {
        process.signal(SIGKILL)
        process.wait()
    }
}
