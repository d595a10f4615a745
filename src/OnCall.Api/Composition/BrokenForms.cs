using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace OnCall.Api.Composition;

/// <summary>
/// A form whose parts the framework stumbles over (a part with the header <c>filename*</c> and no value) is a broken form like any other:
/// whoever reads forms has an answer to <see cref="InvalidDataException"/>, and none to what is thrown instead.
/// </summary>
internal static class BrokenForms
{
    internal static void UseBrokenForms(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<FormOptions>>().Value;
        app.Use((context, next) =>
        {
            Watch(context.Request, options);
            return next(context);
        });
    }

    internal static void Watch(HttpRequest request, FormOptions options)
    {
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            request.HttpContext.Features.Set<IFormFeature>(new WatchedForm(new FormFeature(request, options)));
        }
    }

    private static bool IsStumbling(Exception error) => error is ArgumentException or FormatException or IndexOutOfRangeException;

    private static InvalidDataException Broken(Exception error) => new("The headers of a part cannot be read.", error);

    private sealed class WatchedForm(FormFeature form) : IFormFeature
    {
        public bool HasFormContentType => form.HasFormContentType;

        public IFormCollection? Form
        {
            get => form.Form;
            set => form.Form = value;
        }

        public IFormCollection ReadForm()
        {
            try
            {
                return form.ReadForm();
            }
            catch (Exception error) when (IsStumbling(error))
            {
                throw Broken(error);
            }
        }

        public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
        {
            try
            {
                return await form.ReadFormAsync(cancellationToken);
            }
            catch (Exception error) when (IsStumbling(error))
            {
                throw Broken(error);
            }
        }
    }
}
