import TextCanvas

/// A list to pick from, over the view.
struct Menu {
    /// What happens with what is picked.
    enum Purpose {
        case action(ActionID)
        case sort(ColumnID)
        case copy(CopyChoice)
    }

    /// One entry; it has a reason when it cannot be picked.
    struct Item {
        let label: String
        let remark: String
        let purpose: Purpose
        let refusal: String?
    }

    let title: String
    let items: [Item]
    var selected = 0

    /// Moves the selection, around the ends.
    mutating func move(_ count: Int) {
        guard !items.isEmpty else { return }
        selected = ((selected + count) % items.count + items.count) % items.count
    }
}
