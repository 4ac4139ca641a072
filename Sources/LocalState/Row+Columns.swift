import FeatureModel
import GRDB

extension Row {
    func time(_ column: String) throws -> Timestamp {
        try optionalTime(column) ?? { throw unreadable(column) }()
    }

    func optionalTime(_ column: String) throws -> Timestamp? {
        guard let text: String = self[column] else { return nil }
        guard let time = Timestamp(rfc3339: text) else { throw unreadable(column) }
        return time
    }

    func word<Word: RawRepresentable>(_ column: String) throws -> Word where Word.RawValue == String {
        guard let word: Word = try optionalWord(column) else { throw unreadable(column) }
        return word
    }

    func optionalWord<Word: RawRepresentable>(_ column: String) throws -> Word? where Word.RawValue == String {
        guard let text: String = self[column] else { return nil }
        guard let word = Word(rawValue: text) else { throw unreadable(column) }
        return word
    }

    func document<Value: Decodable>(_ column: String) throws -> Value {
        guard let text: String = self[column] else { throw unreadable(column) }
        return try StoredText.value(Value.self, json: text)
    }

    func identifier<Name: TextIdentifier>(_ column: String) -> Name? {
        (self[column] as String?).map { Name(rawValue: $0) }
    }

    /// The worker in the columns `worker_host` and `worker_pid`.
    var worker: WorkerIdentity? {
        guard let host: String = self["worker_host"], let pid: Int32 = self["worker_pid"] else { return nil }
        return WorkerIdentity(host: host, pid: pid)
    }

    private func unreadable(_ column: String) -> LocalStateError {
        .damaged("", "the column \(column) holds something unreadable")
    }
}
