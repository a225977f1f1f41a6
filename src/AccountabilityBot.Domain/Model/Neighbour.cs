namespace AccountabilityBot.Domain.Model;

/// <summary>Where a neighbour stands, along the way that work takes.</summary>
[Flags]
public enum SeamDirections
{
    None = 0,

    /// <summary>They hand over to the department that asks.</summary>
    Upstream = 1,

    /// <summary>The department that asks hands over to them.</summary>
    Downstream = 2,

    Both = Upstream | Downstream,
}

/// <summary>A department beside another one, with every seam that joins the two.</summary>
/// <param name="Department">The one beside it; never the same.</param>
/// <param name="Downstream">Over which they are handed something, in the order of the model.</param>
/// <param name="Upstream">Over which they hand something over, likewise.</param>
public sealed record Neighbour(Department Department, IReadOnlyList<Seam> Downstream, IReadOnlyList<Seam> Upstream)
{
    /// <summary>Never <see cref="SeamDirections.None"/>: without a seam nobody is a neighbour.</summary>
    public SeamDirections Directions =>
        (Upstream.Count > 0 ? SeamDirections.Upstream : SeamDirections.None) | (Downstream.Count > 0 ? SeamDirections.Downstream : SeamDirections.None);

    /// <summary>Every neighbour of a department, each once, in the order of the model.</summary>
    /// <param name="department">Its id; one that is not in the model has no neighbours.</param>
    public static IReadOnlyList<Neighbour> AllOf(RevenueModel model, string department) =>
    [
        .. from other in model.Departments
           where other.Id != department && model.Departments.Any(one => one.Id == department)
           select new Neighbour(
               other,
               [.. model.Seams.Where(seam => seam.From == department && seam.To == other.Id)],
               [.. model.Seams.Where(seam => seam.From == other.Id && seam.To == department)])
           into neighbour
           where neighbour.Directions is not SeamDirections.None
           select neighbour,
    ];
}
