import Foundation

/// A redis-server of the run's own, on a free port of the loopback interface; it keeps nothing.
final class RedisServer: Sendable {
    let port: UInt16
    private let process = Process()

    init(in directory: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        port = try LoopbackSocket.freePort()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "redis-server", "--bind", "127.0.0.1", "--port", "\(port)", "--dir", directory, "--save", "",
            "--appendonly", "no", "--protected-mode", "no",
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try waitUntilItAnswers()
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private func waitUntilItAnswers() throws {
        for _ in 0..<500 {
            guard process.isRunning else { throw BenchFailure("redis-server did not start; is it installed?") }
            if (try? LoopbackSocket(port: port)) != nil { return }
            usleep(10_000)
        }
        stop()
        throw BenchFailure("redis-server does not answer on port \(port)")
    }
}
