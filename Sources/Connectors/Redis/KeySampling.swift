/// Looks at some of a server's keys, in small steps: `SCAN`, never `KEYS`, so that nobody waits for it; and for a limited
/// time. The task that samples may be cancelled between any two steps.
struct KeySampling {
    /// How long keys are looked at, on however many servers.
    static let longest = Duration.seconds(1)

    private static let steps = 4
    private static let keysPerStep = "100"

    let session: RedisSession
    /// No step begins after it, but the first.
    let deadline: Deadline

    /// Samples a database. Blocks.
    ///
    /// - Parameter total: how many keys it has.
    func sample(total: Int64) throws(RedisFault) -> KeySample {
        var sample = KeySample(total: total)
        var cursor = "0"
        for _ in 0..<Self.steps {
            let (next, keys) = try session.ask("SCAN", cursor, "COUNT", Self.keysPerStep, read: Self.page)
            let sizes = try sizes(of: keys)
            for (key, size) in zip(keys, sizes) { sample.add(key, bytes: size) }
            cursor = next
            if cursor == "0" || deadline.remainingMilliseconds == 0 { break }
        }
        return sample
    }

    private static func page(_ reply: ReplyView) -> (cursor: String, keys: [[UInt8]])? {
        guard case .array(let parts) = reply.content, parts.count == 2, let cursor = parts[0].text,
            case .array(let names) = parts[1].content
        else { return nil }
        let keys = names.compactMap { name -> [UInt8]? in
            guard case .bulk(let bytes) = name.content else { return nil }
            return [UInt8](bytes)
        }
        return (cursor, keys)
    }

    /// The sizes of strings; 0 for what is none, and for what is gone by now.
    private func sizes(of keys: [[UInt8]]) throws(RedisFault) -> [Int64] {
        var sizes = [Int64](repeating: 0, count: keys.count)
        try session.pipeline(keys.count) { index, buffer in
            buffer.request(argumentCount: 2)
            buffer.argument("STRLEN")
            buffer.argument(keys[index])
        } receive: { index, reply in
            sizes[index] = ServerCount.read(reply.integer) ?? 0
        }
        return sizes
    }
}
