import Foundation

/// A redis-server of the run's own, on a free port of the loopback interface; it keeps nothing.
final class RedisServer: Sendable {
    let port: UInt16
    private let process: ChildProcess

    init(in directory: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        port = try LoopbackSocket.freePort()
        process = try ChildProcess([
            "redis-server", "--bind", "127.0.0.1", "--port", "\(port)", "--dir", directory, "--save", "",
            "--appendonly", "no", "--loglevel", "warning", "--logfile", "\(directory)/redis.log",
        ])
        try waitUntilItAnswers()
    }

    func stop() {
        process.stop()
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
