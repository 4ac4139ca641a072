import Operations

/// Reads a key as typed: `entity=value …`.
enum KeyText {
    static func parse(_ words: [String]) throws(OperationError) -> [OnlineQuery.EntityText] {
        var entities: [OnlineQuery.EntityText] = []
        for word in words {
            guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
                throw OperationError(
                    .invalid, "\(word) is not entity=value", target: word, hint: "such as origin=EWR")
            }
            entities.append(
                OnlineQuery.EntityText(name: String(word[..<sign]), text: String(word[word.index(after: sign)...])))
        }
        return entities
    }
}
