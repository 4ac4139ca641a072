import CHiredis

/// Pipelined reads through hiredis, whose replies are parsed and not looked at.
final class BareHiredisReads {
    private let redis: UnsafeMutablePointer<redisContext>

    init(port: UInt16) throws {
        guard let redis = redisConnect("127.0.0.1", Int32(port)), redis.pointee.err == 0 else {
            throw BenchFailure("hiredis does not connect to port \(port)")
        }
        self.redis = redis
    }

    deinit {
        redisFree(redis)
    }

    /// Sends requests that were written down before, and takes the answers.
    func ask(_ requests: [UInt8], answers: Int) throws {
        requests.withUnsafeBytes { raw in
            _ = redisAppendFormattedCommand(redis, raw.bindMemory(to: CChar.self).baseAddress, raw.count)
        }
        for _ in 0..<answers {
            var answer: UnsafeMutableRawPointer?
            guard redisGetReply(redis, &answer) == REDIS_OK, let answer else {
                throw BenchFailure("hiredis gets no answer")
            }
            freeReplyObject(answer)
        }
    }
}
