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
            let name = String(word[..<sign])
            guard !entities.contains(where: { $0.name == name }) else {
                throw OperationError(
                    .invalid, "\(name) is given twice", target: name, hint: "read several keys with --keys FILE")
            }
            entities.append(OnlineQuery.EntityText(name: name, text: String(word[word.index(after: sign)...])))
        }
        return entities
    }
}
