extension Organisation {
    /// Where a role is held for cases of one unit: the unit at which a grant must have been made.
    public enum Seat: Sendable, Hashable {
        /// At exactly this unit.
        case unit(UnitID)
        /// At this unit or anywhere above it.
        case atOrAbove(UnitID)
        /// At any unit.
        case anywhere
        /// Nowhere: no ancestor of the wanted kind exists.
        case none
    }

    /// The seat of a role for cases of `unit`.
    public func seat(of role: RoleDefinition, for unit: UnitID) -> Seat {
        switch role.scope {
        case .own: .unit(unit)
        case .subtree: .atOrAbove(unit)
        case .all: .anywhere
        case .ancestor(let kind): path(from: unit).first { $0.kind == kind }.map { .unit($0.id) } ?? .none
        }
    }

    /// Everybody who holds the role at its seat for cases of `unit`, in the order of their names.
    public func holders(of role: RoleDefinition, for unit: UnitID) -> [UserID] {
        let seat = seat(of: role, for: unit)
        return Set(grants.filter { $0.role == role.name && covers(seat, $0.unit) }.map(\.user)).sorted()
    }

    /// The grant by which a person holds the role for cases of `unit`, if any.
    public func grant(of user: UserID, role: RoleDefinition, for unit: UnitID) -> Grant? {
        let seat = seat(of: role, for: unit)
        return grants.first { $0.user == user && $0.role == role.name && covers(seat, $0.unit) }
    }

    private func covers(_ seat: Seat, _ unit: UnitID?) -> Bool {
        guard let unit else { return false }
        return switch seat {
        case .unit(let wanted): unit == wanted
        case .atOrAbove(let start): path(from: start).contains { $0.id == unit }
        case .anywhere: true
        case .none: false
        }
    }

    /// The units whose cases a person may see, by any of these roles; `nil` for all units.
    ///
    /// Administrators see everything: they must be able to help.
    public func visibleUnits(for user: UserID, roles: [RoleDefinition]) -> Set<UnitID>? {
        if isAdministrator(user) { return nil }
        var visible: Set<UnitID> = []
        let mine = grants.filter { $0.user == user }
        for role in roles where mine.contains(where: { $0.role == role.name }) {
            if case .all = role.scope { return nil }
            for unit in units.keys where !visible.contains(unit) {
                if grant(of: user, role: role, for: unit) != nil { visible.insert(unit) }
            }
        }
        return visible
    }
}

extension Organisation {
    /// The units for which assignments of this role wait for a person: where the role is held and, if it reaches down,
    /// everything below.
    public func seatUnits(of user: UserID, role: RoleDefinition) -> Set<UnitID> {
        let held = Set(grants.filter { $0.user == user && $0.role == role.name }.compactMap(\.unit))
        guard role.scope == .subtree else { return held }
        return Set(units.keys.filter { unit in path(from: unit).contains { held.contains($0.id) } })
    }
}
