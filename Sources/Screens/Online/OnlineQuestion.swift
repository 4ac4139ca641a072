import ConsoleKit
import Operations

/// What the online inspector is opened with: the words of `:get` and `:why`, or what another view fills in.
struct OnlineQuestion: Sendable, Hashable {
    /// The key, as typed.
    var entities: [OnlineQuery.EntityText] = []
    /// Feature sets or references to features.
    var features: [String] = []
    /// The store to ask; empty for the first that can.
    var store = ""
    /// The time that freshness is judged by; empty for now.
    var time = ""
    /// True to explain the first value at once.
    var wantsWhy = false

    /// Makes a question without anything filled in.
    init() {}

    /// Reads words: `KEY=VALUE` for the key, `store NAME`, `at TIME`, everything else features, separated by commas.
    init(_ words: [String], wantsWhy: Bool = false) throws(Problem) {
        self.wantsWhy = wantsWhy
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "store" || word == "at" {
                guard let value = rest.popFirst() else { throw Problem("\(word) needs a word after it") }
                if word == "store" { store = value } else { time = value }
            } else if let sign = word.firstIndex(of: "=") {
                let name = String(word[..<sign])
                guard !name.isEmpty else { throw Problem("\(word) has no entity name", hint: "write origin=EWR") }
                entities.append(.init(name: name, text: String(word[word.index(after: sign)...])))
            } else {
                features += word.split(separator: ",").map(String.init)
            }
        }
    }
}
