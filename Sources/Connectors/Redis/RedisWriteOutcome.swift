import StorageAPI

/// What the server said to the requests of one batch.
struct RedisWriteOutcome: Sendable {
    /// The rows it refused, each alone, by their entries' places.
    private(set) var refusedEntries: [(entry: Int, refusal: ServerRefusal)] = []
    /// The requests whose script the server did not have.
    private(set) var withoutScript: [Range<Int>] = []
    /// The first fault that concerns more than a row.
    private(set) var fault: RedisFault?

    /// Takes the reply to the request for some entries.
    mutating func take(_ reply: ReplyView, for entries: Range<Int>) {
        switch reply.content {
        case .error(let text):
            let refusal = ServerRefusal(serverText: text)
            if refusal.isMissingScript {
                withoutScript.append(entries)
            } else {
                takeRefusal(refusal, of: entries)
            }
        case .array(let failures) where failures.count.isMultiple(of: 2): take(failures, for: entries)
        // The answer to MSET.
        case .status(let text) where text.elementsEqual("OK".utf8): break
        default: fault = fault ?? .unexpectedReply
        }
    }

    /// The requests to send again, with the script's text; they are no longer open afterwards.
    mutating func takeOpenRequests() -> [Range<Int>] {
        defer { withoutScript = [] }
        return withoutScript
    }

    private mutating func take(_ failures: ReplyView.Elements, for entries: Range<Int>) {
        for pair in 0..<failures.count / 2 {
            guard case .integer(let place) = failures[2 * pair].content, (1...Int64(entries.count)).contains(place),
                case .bulk(let text) = failures[2 * pair + 1].content
            else {
                fault = fault ?? .unexpectedReply
                return
            }
            let entry = entries.lowerBound + Int(place) - 1
            takeRefusal(ServerRefusal(caughtByScript: text), of: entry..<entry + 1)
        }
    }

    private mutating func takeRefusal(_ refusal: ServerRefusal, of entries: Range<Int>) {
        if refusal.scope == .row && entries.count == 1 {
            refusedEntries.append((entries.lowerBound, refusal))
        } else {
            fault = fault ?? .refused(refusal)
        }
    }
}
