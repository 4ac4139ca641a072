import Foundation

/// A directory of a test's own, deleted with its last owner.
final class ScratchDirectory {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/larder-rowfiles-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    func file(_ name: String, holding text: String) throws -> String { try file(name, holding: Array(text.utf8)) }

    func file(_ name: String, holding bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }

    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }

    static func bytes(ofFileAt path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    }

    static func text(ofFileAt path: String) throws -> String {
        try String(decoding: bytes(ofFileAt: path), as: UTF8.self)
    }
}
