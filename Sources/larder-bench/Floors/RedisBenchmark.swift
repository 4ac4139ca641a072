/// `redis-benchmark`: what the project of Redis itself measures a server with.
struct RedisBenchmark: Sendable {
    let port: UInt16
    let valueBytes: Int
    let keys: Int

    /// Requests per second of one connection with a hundred requests under way.
    ///
    /// - Parameter test: `set` or `get`.
    func rate(of test: String, requests: Int) throws -> Double {
        let process = try ChildProcess([
            "redis-benchmark", "-h", "127.0.0.1", "-p", "\(port)", "-c", "1", "-P", "100", "-n", "\(requests)", "-r",
            "\(keys)", "-d", "\(valueBytes)", "-t", test, "--csv", "--dbnum", "1",
        ])
        let text = String(decoding: try process.wholeOutput(), as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline) {
            let fields = line.split(separator: ",").map { $0.filter { $0 != "\"" } }
            guard fields.count > 1, fields[0] == test.uppercased(), let rate = Double(fields[1]) else { continue }
            return rate
        }
        throw BenchFailure("redis-benchmark says nothing of \(test)")
    }
}
