import Testing

@Suite struct ReplyFramingTests {
    @Test("what the protocol carries is told from the protocol")
    func places() {
        let bytes = Array("*3\r\n$4\r\na\r\nb\r\n$-1\r\n$0\r\n\r\n:7\r\n".utf8)
        let carried = 8..<12
        #expect(ReplyFraming.places(in: bytes[...]) == bytes.indices.filter { !carried.contains($0) })
        #expect(ReplyFraming.places(in: bytes[4..<14]) == [0, 1, 2, 3, 8, 9])
        #expect(ReplyFraming.places(in: Array("$9\r\nab".utf8)[...]) == [0, 1, 2, 3])
    }
}
