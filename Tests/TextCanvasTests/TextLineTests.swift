import Testing

@testable import TextCanvas

@Suite("A line being typed")
struct TextLineTests {
    @Test("edits act at the insertion point")
    func editing() {
        var line = TextLine("hello world")
        line.apply(.deleteWord)
        #expect(line.text == "hello ")
        line.apply(.home)
        line.apply(.insert("日"))
        line.apply(.right)
        line.apply(.backspace)
        #expect(line.text == "日ello ")
        line.apply(.deleteForward)
        #expect(line.text == "日llo ")
        line.apply(.deleteToStart)
        #expect(line.text == "llo ")
        line.apply(.backspace)
        #expect(line.text == "llo ")
    }

    @Test("a paste with control characters leaves them out")
    func paste() {
        var line = TextLine()
        line.apply(.insert("a\nb\u{1b}c"))
        #expect(line.text == "abc")
        #expect(line.cursor == 3)
    }

    @Test("keys are read and written by the same names")
    func keyNames() {
        let keys: [Key] = [.up, .backTab, .function(12), .control("l"), .character("G"), .character(" "), .escape]
        #expect(keys.map(\.name) == ["up", "shift-tab", "F12", "ctrl-l", "G", "space", "esc"])
        #expect(keys.compactMap { Key(name: $0.name) } == keys)
        #expect(Key(name: "F13") == nil)
        #expect(Key(name: "hyper-x") == nil)
    }
}
