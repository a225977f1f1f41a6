using AccountabilityBot.Domain.Model;

namespace AccountabilityBot.Domain.People;

/// <summary>Finds departments by what directories write, as <see cref="RevenueModel.FindDepartment"/> does, for very many people.</summary>
sealed class DepartmentSpellings
{
    readonly Dictionary<string, Department> _byId;
    readonly Dictionary<string, Department> _byFolded = new(StringComparer.Ordinal);
    readonly Dictionary<string, Department?> _found = new(StringComparer.Ordinal);

    public DepartmentSpellings(RevenueModel model)
    {
        _byId = model.Departments.DistinctBy(department => department.Id).ToDictionary(department => department.Id, StringComparer.Ordinal);
        foreach (var department in model.Departments)
        {
            foreach (var folded in department.Spellings.Select(Spelling.Fold).Where(folded => folded.Length > 0))
                _byFolded.TryAdd(folded, department);
        }
    }

    /// <summary>Of a field that names several, the first that is one.</summary>
    public Department? Find(string? field)
    {
        if (string.IsNullOrWhiteSpace(field))
            return null;
        if (!_found.TryGetValue(field, out var department))
            _found[field] = department = DirectoryLabel.Read(field).Select(FindOne).FirstOrDefault(one => one is not null);
        return department;
    }

    Department? FindOne(string spelling) => _byId.GetValueOrDefault(spelling) ?? _byFolded.GetValueOrDefault(Spelling.Fold(spelling));
}
