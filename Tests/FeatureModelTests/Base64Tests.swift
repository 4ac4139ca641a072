import FeatureModel
import Testing

@Suite("Base64")
struct Base64Tests {
    private static let pairs: [([UInt8], String)] = [
        ([], ""), ([0x66], "Zg=="), ([0x66, 0x6f], "Zm8="), ([0x66, 0x6f, 0x6f], "Zm9v"), ([0xff, 0xef, 0xbe], "/+++"),
    ]

    private func bytes(_ text: String) -> [UInt8]? { Array(text.utf8).withUnsafeBytes { Base64.bytes($0) } }

    @Test("bytes are written with padding, and read back")
    func pairs() {
        for (bytes, text) in Self.pairs {
            #expect(Base64.text(bytes) == text)
            #expect(self.bytes(text) == bytes)
        }
    }

    @Test("the URL-safe alphabet and missing padding are read too")
    func lenient() {
        #expect(bytes("_-++") == [0xff, 0xef, 0xbe])
        #expect(bytes("Zg") == [0x66])
    }

    @Test("what is no base64 is refused", arguments: ["Z", "Zg=", "Zg===", "Z g=", "Zg==Zg==", "é"])
    func refused(_ text: String) {
        #expect(bytes(text) == nil)
    }
}
